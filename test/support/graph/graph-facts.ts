/**
 * A code location as a set of facts, the unit in which equality to Dagster is measured: `group` of `asset:orders` is `"sales"`.
 * The same reading serves what Dagsight claims and what Dagster recorded. What is conditional or unresolved is no claim; a field that
 * the truth does not hold at all (`undefined`) is silence, and no claim about it is judged.
 */
import type { AssetCheck, AssetEdge, AssetNode, Job, Partitions, Resource, Schedule, Sensor } from "../../../src/types/graph-document.ts";

type Known<Whole, Keys extends keyof Whole> = Pick<Whole, Keys> & Partial<Whole>;

/** What both a graph document's location and an `oracle.json` are. */
export interface GraphFacts {
  readonly nodes: readonly Known<AssetNode, "key" | "kind">[];
  readonly edges: readonly Known<AssetEdge, "from" | "to">[];
  readonly checks: readonly Known<AssetCheck, "asset" | "name">[];
  readonly jobs: readonly Known<Job, "name">[];
  readonly schedules: readonly Known<Schedule, "name">[];
  readonly sensors: readonly Known<Sensor, "name">[];
  readonly resources: readonly Known<Resource, "key">[];
}

export interface Fact {
  readonly facet: string;
  /** `asset:orders`, `edge:orders -> revenue`, `job:nightly`. */
  readonly subject: string;
  /** Canonical JSON. */
  readonly value: string;
}

export interface FactSet {
  readonly facts: readonly Fact[];
  /** `facet` + `subject` that nothing is said about. */
  isSilent(facet: string, subject: string): boolean;
}

/** `[facet, value]`; a value of `undefined` is silence about the facet, null is "there is none". */
type Said = readonly [facet: string, value: unknown];

export function collectFacts(location: GraphFacts): FactSet {
  const facts: Fact[] = [];
  const silent = new Set<string>();
  for (const { subject, unresolved, said } of subjects(location)) {
    for (const [facet, value, field] of said) {
      if (unresolved.some((part) => part === field || facet === part || facet.endsWith(`.${part}`))) continue;
      if (value === undefined) silent.add(`${facet} ${subject}`);
      else if (value !== null) facts.push({ facet, subject, value: canonical(value) });
    }
  }
  return { facts, isSilent: (facet, subject) => silent.has(`${facet} ${subject}`) };
}

interface Subject {
  readonly subject: string;
  readonly unresolved: readonly string[];
  readonly said: readonly (readonly [facet: string, value: unknown, field: string])[];
}

function* subjects(location: GraphFacts): Generator<Subject> {
  for (const node of certain(location.nodes)) {
    if (!node.unresolved?.includes("key")) yield about(`asset:${node.key}`, node.unresolved, nodeFacts(node));
  }
  for (const edge of certain(location.edges)) {
    yield about(`edge:${edge.from} -> ${edge.to}`, edge.unresolved, { edge: [["edge", true]], mapping: [["edge.mapping", edge.mapping]] });
  }
  for (const check of certain(location.checks)) {
    const { blocking, description } = check;
    const fields = {
      check: [["check", true]],
      blocking: [["check.blocking", blocking]],
      description: [["check.description", description]],
    } as const;
    yield about(`check:${check.asset}:${check.name}`, check.unresolved, fields);
  }
  for (const job of certain(location.jobs)) yield about(`job:${job.name}`, job.unresolved, jobFacts(job));
  for (const schedule of certain(location.schedules))
    yield about(`schedule:${schedule.name}`, schedule.unresolved, scheduleFacts(schedule));
  for (const sensor of certain(location.sensors)) yield about(`sensor:${sensor.name}`, sensor.unresolved, sensorFacts(sensor));
  for (const resource of certain(location.resources)) yield about(`resource:${resource.key}`, resource.unresolved, resourceFacts(resource));
}

function certain<Item extends { readonly conditional?: unknown }>(items: readonly Item[]): readonly Item[] {
  return items.filter((item) => !item.conditional);
}

function about(subject: string, unresolved: readonly string[] | undefined, fields: Readonly<Record<string, readonly Said[]>>): Subject {
  const said = Object.entries(fields).flatMap(([field, facets]) => facets.map(([facet, value]) => [facet, value, field] as const));
  return { subject, unresolved: unresolved ?? [], said };
}

/** By field of the document, because a field is what may be unresolved. */
function nodeFacts(node: GraphFacts["nodes"][number]): Readonly<Record<string, readonly Said[]>> {
  const identity = { key: [["asset", true]], keyPath: [["keyPath", node.keyPath]], kind: [["kind", node.kind]] } as const;
  if (node.kind === "stub") return identity;
  return {
    ...identity,
    group: [["group", node.group]],
    kinds: each("kinds", node.kinds),
    computeKind: [["computeKind", node.computeKind]],
    owners: each("owner", node.owners),
    tags: entries("tag", node.tags),
    description: [["description", node.description]],
    metadata: metadataFacts(node.metadata),
    codeVersion: [["codeVersion", node.codeVersion]],
    partitions: partitionsFacts("partitions", node.partitions),
    automation: automationFacts(node.automation),
    resources: each("uses resource", node.resources),
    ioManager: [["ioManager", node.ioManager]],
    pool: [["pool", node.pool]],
    retryPolicy: [["retryPolicy", node.retryPolicy]],
    backfillPolicy: [["backfillPolicy", node.backfillPolicy]],
    freshnessPolicy: [["freshnessPolicy", node.freshnessPolicy]],
    checks: each("has check", node.checks),
  };
}

function jobFacts(job: GraphFacts["jobs"][number]): Readonly<Record<string, readonly Said[]>> {
  return {
    name: [["job", true]],
    kind: [["job.kind", job.kind]],
    assets: each("job.asset", job.assets),
    checks: each("job.check", job.checks),
    ops: each("job.op", job.ops),
    opEdges: each(
      "job.opEdge",
      job.opEdges?.map(({ from, to }) => `${from} -> ${to}`),
    ),
    partitions: partitionsFacts("job.partitions", job.partitions),
  };
}

function scheduleFacts(schedule: GraphFacts["schedules"][number]): Readonly<Record<string, readonly Said[]>> {
  return {
    name: [["schedule", true]],
    cron: [["schedule.cron", schedule.cron]],
    timezone: [["schedule.timezone", schedule.timezone === undefined ? undefined : (schedule.timezone ?? "UTC")]],
    target: [["schedule.target", schedule.target]],
    status: [["schedule.status", schedule.status]],
  };
}

function sensorFacts(sensor: GraphFacts["sensors"][number]): Readonly<Record<string, readonly Said[]>> {
  return {
    name: [["sensor", true]],
    type: [["sensor.type", sensor.type]],
    targets: each(
      "sensor.target",
      sensor.targets?.map(({ job }) => job),
    ),
    assets: each("sensor.asset", sensor.assets),
    monitors: each("sensor.monitor", sensor.monitors),
    status: [["sensor.status", sensor.status]],
  };
}

/** Of a configuration only the environment variables are compared: Dagster keeps the rest resolved. */
function resourceFacts(resource: GraphFacts["resources"][number]): Readonly<Record<string, readonly Said[]>> {
  const variables =
    resource.config && Object.entries(resource.config).flatMap(([field, value]) => ("env" in value ? [`${field}=${value.env}`] : []));
  return { key: [["resource", true]], type: [["resource.type", resource.type]], config: each("resource.env", variables) };
}

function partitionsFacts(facet: string, partitions: Partitions | null | undefined): readonly Said[] {
  if (!partitions) return [[facet, partitions]];
  const { type, class: className, dimensions, keys, ...rest } = partitions;
  const details = Object.entries(rest).map(([field, value]): Said => [`${facet}.${field}`, value]);
  // A long list of keys is recorded in part: the count says the rest.
  return [
    [facet, { type, class: className }],
    ...details,
    [`${facet}.keys`, keys?.slice(0, 200) ?? null],
    ...entries(`${facet}.dimension`, dimensions ?? {}),
  ];
}

function automationFacts(automation: AssetNode["automation"] | undefined): readonly Said[] {
  if (!automation) return [["automation", automation]];
  return [
    ["automation", true],
    ["automation.label", automation.label],
    // Null in a truth where Dagster has no words for the condition.
    ["automation.expression", automation.expression ?? undefined],
  ];
}

function metadataFacts(metadata: AssetNode["metadata"] | undefined): readonly Said[] {
  if (metadata === undefined) return [["metadata", undefined]];
  const values = Object.values(metadata).some(isClassName) ? undefined : metadata;
  return [...each("metadata", Object.keys(metadata)), ...entries("metadata.value", values)];
}

/** `{"class": "TableSchema"}`: a value without a form in JSON. */
function isClassName(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).join() === "class";
}

function each(facet: string, items: readonly string[] | undefined): readonly Said[] {
  return items === undefined ? [[facet, undefined]] : items.map((item) => [facet, item]);
}

function entries(facet: string, record: Readonly<Record<string, unknown>> | undefined): readonly Said[] {
  return record === undefined ? [[facet, undefined]] : Object.entries(record).map(([name, value]) => [facet, { [name]: value }]);
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
