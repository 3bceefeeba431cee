// The facts of a truth in the recorded format of public projects, and the same facts as a graph document claims them. Descriptions are compared
// as a hash of their words, because the truths hold nothing else. Not compared: adapter kinds of dbt assets (their manifests were made with
// another profile), the raw SQL that dbt appends to descriptions, partitions of classes that the project derives itself.
import { createHash } from "node:crypto";

const HIDDEN_JOBS = ["__ASSET_JOB", "__anonymous"];
const PARTITIONS = {
  DailyPartitionsDefinition: "daily",
  HourlyPartitionsDefinition: "hourly",
  WeeklyPartitionsDefinition: "weekly",
  MonthlyPartitionsDefinition: "monthly",
  StaticPartitionsDefinition: "static",
  DynamicPartitionsDefinition: "dynamic",
  MultiPartitionsDefinition: "multi",
  TimeWindowPartitionsDefinition: "time-window",
};

export function truthFacts(truth) {
  const { put, facts, silent } = collector();
  for (const asset of truth.assets) truthOfAsset(asset, put, silent);
  for (const { asset, name, blocking } of truth.asset_checks) {
    put("check", asset, name);
    if (blocking) put("blocking", asset, name);
  }
  for (const { name, assets = [], ops = [] } of truth.jobs.filter((job) => !isHidden(job.name))) {
    put("job", name);
    for (const key of assets ?? []) put("job_asset", name, key);
    for (const op of ops ?? []) put("job_op", name, op);
  }
  for (const { name, cron, timezone, target } of truth.schedules) {
    put("schedule", name);
    put("cron", name, [cron].flat());
    put("timezone", name, timezone || "UTC");
    if (target?.job && !isHidden(target.job)) put("schedule_target", name, target.job);
  }
  for (const { name, targets } of truth.sensors) {
    put("sensor", name);
    for (const job of targets ?? []) if (!isHidden(String(job))) put("sensor_target", name, job);
  }
  for (const key of truth.resources) put("resource", key);
  return { facts: facts(), isSilent: (facet, subject) => silent.has(`${facet} ${subject}`) };
}

function truthOfAsset(asset, put, silent) {
  const { key } = asset;
  put("asset", key);
  for (const parent of asset.deps) put("edge", key, parent);
  if (asset.auto_stub) return;
  put("group", key, asset.group);
  for (const kind of comparableKinds(asset.kinds)) put("kind", key, kind);
  for (const owner of asset.owners) put("owner", key, owner);
  for (const tag of Object.entries(asset.tags)) put("tag", key, tag);
  const partitions = typeof asset.partitions === "string" ? asset.partitions : (asset.partitions?.type ?? null);
  if (partitions === null || partitions in PARTITIONS) put("partitions", key, PARTITIONS[partitions] ?? null);
  else silent.add(`partitions ${key}`);
  if (asset.description) put("description", key, hashWords(asset.description));
  if (asset.automation_condition) put("automation", key);
  put("executable", key, Boolean(asset.is_executable));
  put("code_version", key, asset.code_version ?? null);
  if (!asset.is_executable || asset.kinds.includes("dbt")) return;
  for (const resource of asset.required_resource_keys ?? []) if (resource !== asset.io_manager_key) put("uses_resource", key, resource);
}

export function claimedFacts(location) {
  const { put, facts } = collector();
  const certain = (objects) => (objects ?? []).filter(({ conditional }) => !conditional);
  for (const node of certain(location.nodes)) claimsOfNode(node, put);
  for (const { from, to } of certain(location.edges)) put("edge", to, from);
  for (const { asset, name, blocking } of certain(location.checks)) {
    put("check", asset, name);
    if (blocking) put("blocking", asset, name);
  }
  for (const job of certain(location.jobs)) claimsOfJob(job, put);
  for (const schedule of certain(location.schedules)) claimsOfSchedule(schedule, put);
  for (const sensor of certain(location.sensors)) claimsOfSensor(sensor, put);
  for (const { key } of certain(location.resources)) put("resource", key);
  return { facts: facts(), isSilent: () => false };
}

function claimsOfJob({ name, unresolved = [], assets = [], ops = [] }, put) {
  if (isHidden(name)) return;
  put("job", name);
  if (!unresolved.includes("assets")) for (const key of assets) put("job_asset", name, key);
  if (!unresolved.includes("ops")) for (const op of ops) put("job_op", name, op);
}

function claimsOfSchedule({ name, unresolved = [], cron, timezone, target }, put) {
  put("schedule", name);
  if (!unresolved.includes("cron") && cron?.length > 0) put("cron", name, cron);
  if (!unresolved.includes("timezone")) put("timezone", name, timezone || "UTC");
  if (!unresolved.includes("target") && target?.job && !isHidden(target.job)) put("schedule_target", name, target.job);
}

function claimsOfSensor({ name, unresolved = [], targets = [] }, put) {
  put("sensor", name);
  if (unresolved.includes("targets")) return;
  for (const { job } of targets) if (job && !isHidden(job)) put("sensor_target", name, job);
}

function claimsOfNode(node, put) {
  const { key, unresolved = [], kinds = [] } = node;
  if (unresolved.includes("key")) return;
  put("asset", key);
  if (node.kind === "stub") return;
  const claim = (field, facet, values) => {
    if (!unresolved.includes(field)) for (const value of values) put(facet, key, value);
  };
  const isExecutable = node.kind === "asset" || node.kind === "observable";
  claim("group", "group", [node.group || "default"]);
  claim("kinds", "kind", comparableKinds(kinds));
  claim("owners", "owner", node.owners ?? []);
  claim("tags", "tag", Object.entries(node.tags ?? {}));
  claim("partitions", "partitions", [node.partitions?.type ?? null]);
  claim("description", "description", node.description ? [hashWords(node.description)] : []);
  claim("automation", "automation", node.automation ? [true] : []);
  claim("kind", "executable", [isExecutable]);
  claim("codeVersion", "code_version", [node.codeVersion ?? null]);
  claim("resources", "uses_resource", isExecutable && !kinds.includes("dbt") ? (node.resources ?? []) : []);
}

function comparableKinds(kinds) {
  return kinds.includes("dbt") ? ["dbt"] : kinds;
}

/** A fact once, however often it is said. */
function collector() {
  const known = new Map();
  return {
    silent: new Set(),
    put(facet, subject, value = true) {
      known.set(JSON.stringify([facet, subject, value]), { facet, subject, value: JSON.stringify(value) });
    },
    facts: () => [...known.values()],
  };
}

function isHidden(job) {
  return HIDDEN_JOBS.some((prefix) => job.startsWith(prefix));
}

function hashWords(text) {
  if (text.startsWith("sha1:")) return text;
  const words = text.split("#### Raw SQL")[0].split(/\s+/u).filter(Boolean).join(" ");
  return `sha1:${createHash("sha1").update(words).digest("hex")}`;
}
