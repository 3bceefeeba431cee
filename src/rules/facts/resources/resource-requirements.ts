/**
 * Which resources and I/O managers Dagster asks for while it loads, who asks, and what is there: assets, checks and op jobs against their own
 * `resource_defs` and the top-level `resources`. Sensors and schedules are not asked before they run.
 * Source: `with_resources` and `ResourceRequirement` of dagster 1.13.
 */
import type { Location } from "../../../base/span.ts";
import type { GraphJob, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../../dagster/model/asset-key.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { type ExecutableNode, executableNodes } from "../assets/executable-nodes.ts";
import { functionOf, placeOfArgument, placeOfDefinition } from "../definition-place.ts";
import { remember } from "../remember.ts";
import { elementsOf, placeWithin, stringsOf } from "../values.ts";
import { DEFAULT_IO_MANAGER } from "./default-io.ts";

export interface Requirement {
  readonly kind: "resource" | "io-manager" | "input-manager";
  readonly key: string;
  /** "the asset `orders`". */
  readonly owner: string;
  /** As Dagster describes it: `resource with key 'db' required by op 'orders'`. */
  readonly description: string;
  readonly subject: string;
  readonly at: Location;
  /** What is there under the key; `undefined`: nothing. */
  readonly provided: Value | undefined;
  /** All keys that are there. */
  readonly keys: readonly string[];
  /** Why the key may be there after all. */
  readonly doubts: readonly Unknown[];
}

/** Every requirement of certain definitions. `@repository` binds no resources: each member has its own alone, those that `with_resources` gave it. */
export const requirementsOf: (graph: RepositoryGraph) => readonly Requirement[] = remember(findRequirements);

function findRequirements(graph: RepositoryGraph): readonly Requirement[] {
  const isRepository = graph.target?.type === "dagster.RepositoryDefinition";
  if (isRepository && graph.target.args?.keywords.has("_top_level_resources")) return [];
  const top: Provided = {
    values: new Map(graph.resources.map(({ key, value }) => [key, value])),
    doubts: graph.gaps.resources,
  };
  const direct = [
    ...executableNodes(graph)
      .filter((node) => asksFor(node, top))
      .flatMap((node) => ofNode(node, top)),
    ...(isRepository ? [] : ofExternalAssets(graph, top)),
    ...ofChecks(graph, top),
    ...graph.jobs.filter((job) => !job.condition).flatMap((job) => ofJob(job, top)),
  ];
  // With assets or checks every resource that is there is bound to them, whether one asks for it or not.
  const isBound = graph.assets.size > 0 || graph.checks.length > 0;
  const bound = isBound ? graph.resources.filter(({ condition }) => !condition).map(({ key, value }) => [value, key] as const) : [];
  return [...direct, ...ofResources(direct, bound, top)];
}

/** What the resources that are asked for ask for themselves: `@resource(required_resource_keys=…)`. */
function ofResources(asked: readonly Requirement[], bound: readonly (readonly [Value, string])[], top: Provided): readonly Requirement[] {
  const all = [...asked.map(({ key, provided }) => [provided, key] as const), ...bound];
  const seen = new Map(all.flatMap(([value, key]) => (value?.kind === "object" ? [[value, key] as const] : [])));
  return [...seen].flatMap(([object, key]) => {
    const asker = { object, owner: `the resource \`${key}\``, op: key, subject: `resource:${key}` };
    return stringsOf(object.fields.get("required_resource_keys")).map(({ value }) =>
      require("resource", value, { asker, provided: top, at: () => resourcePlace(object, value), what: `resource with key '${key}'` }),
    );
  });
}

interface Provided {
  readonly values: ReadonlyMap<string, Value>;
  readonly doubts: readonly Unknown[];
}

interface Asker {
  readonly object: LibraryObject;
  readonly owner: string;
  readonly op: string;
  readonly subject: string;
}

/** Most ask for nothing but what Dagster itself brings. */
function asksFor({ object, claim: { payload } }: ExecutableNode, { values }: Provided): boolean {
  const own = [object.fields.get("resource_defs"), object.fields.get("required_resource_keys")];
  if (own.some((field) => field !== undefined && !isEmptySet(field)) || values.has(DEFAULT_IO_MANAGER)) return true;
  const { outputs = [], inputs = [] } = payload ?? {};
  return (
    outputs.some(({ ioManagerKey: key }) => key.kind === "str" && key.value !== DEFAULT_IO_MANAGER) ||
    inputs.some(({ inputManagerKey: key }) => key?.kind === "str")
  );
}

function isEmptySet(value: Value): boolean {
  if (value.kind === "set" || value.kind === "dict")
    return value.complete && (value.kind === "set" ? value.items.size : value.entries.size) === 0;
  return value.kind === "none";
}

function ofNode({ object, assets, claim }: ExecutableNode, top: Provided): readonly Requirement[] {
  const [first] = assets;
  if (!first) return [];
  const provided = withOwn(object, top);
  const key = toUserString(first.path);
  const asker: Asker = { object, owner: `the asset \`${key}\``, op: nodeName(object) ?? key, subject: `asset:${key}` };
  const found = [...resourceRequirements(asker, provided)];
  for (const { name, ioManagerKey } of claim.payload?.outputs ?? []) {
    if (ioManagerKey.kind !== "str" || isDagstersOwn(ioManagerKey.value, provided)) continue;
    const output = name.kind === "str" ? name.value : "result";
    const at = () => managerPlace(object, ioManagerKey);
    found.push(require("io-manager", ioManagerKey.value, { asker, provided, at, what: `output '${output}' of op '${asker.op}''` }));
  }
  for (const { name, inputManagerKey } of claim.payload?.inputs ?? []) {
    if (inputManagerKey?.kind !== "str") continue;
    const at = () => managerPlace(object, inputManagerKey);
    found.push(require("input-manager", inputManagerKey.value, { asker, provided, at, what: `input '${name}' of op '${asker.op}'` }));
  }
  return found;
}

/** The default I/O manager is there where nobody gives another. */
function isDagstersOwn(key: string, { values }: Provided): boolean {
  return key === DEFAULT_IO_MANAGER && !values.has(key);
}

/** An external asset has no op, but what loads it may need the I/O manager that its metadata names. */
function ofExternalAssets(graph: RepositoryGraph, top: Provided): readonly Requirement[] {
  const external = [...graph.assets.values()].filter(({ kind }) => kind === "external");
  return external.flatMap(({ claim, path }) => {
    if (!claim || claim.condition) return [];
    const key = toUserString(path);
    const asker: Asker = { object: claim.object, owner: `the external asset \`${key}\``, op: key, subject: `asset:${key}` };
    const provided = withOwn(claim.object, top);
    const named =
      claim.object.type === "dagster.SourceAsset" ? [{ key: claim.object.fields.get("io_manager_key") }] : managerInMetadata(claim.spec);
    return named.flatMap(({ key: value }) =>
      value?.kind === "str"
        ? [
            require("io-manager", value.value, {
              asker,
              provided,
              at: () => managerPlace(claim.object, value),
              what: `external asset with key ${JSON.stringify(path)}`,
            }),
          ]
        : [],
    );
  });
}

function ofChecks(graph: RepositoryGraph, top: Provided): readonly Requirement[] {
  const seen = new Set<LibraryObject>();
  return graph.checks.flatMap((check) => {
    if (check.condition || seen.has(check.object) || check.object.type !== "dagster.AssetChecksDefinition") return [];
    seen.add(check.object);
    const name = `${toUserString(check.asset)}:${check.name}`;
    const asker = { object: check.object, owner: `the check \`${name}\``, op: nodeName(check.object) ?? name, subject: `check:${name}` };
    return resourceRequirements(asker, withOwn(check.object, top));
  });
}

function ofJob(job: GraphJob, top: Provided): readonly Requirement[] {
  const provided = withOwn(job.object, top);
  const own = job.kind === "op" ? job.ops : [];
  const ofOps = own.flatMap(({ definition, name }) => {
    const asker = { object: definition, owner: `the op \`${name}\` of the job \`${job.name}\``, op: name, subject: `job:${job.name}` };
    return [...resourceRequirements(asker, provided), ...ofOutputs(asker, provided)];
  });
  const hooks = elementsOf(job.object.fields.get("hook_defs") ?? job.object.args?.keywords.get("hooks")?.value).items.flatMap((hook) => {
    if (hook.kind !== "object") return [];
    const name = hook.fields.get("name");
    const asker = { object: hook, owner: `a hook of the job \`${job.name}\``, op: "", subject: `job:${job.name}` };
    const what = `hook '${name?.kind === "str" ? name.value : "…"}' attached to job '${job.name}'`;
    return stringsOf(hook.fields.get("required_resource_keys")).map(({ value }) =>
      require("resource", value, { asker, provided, at: () => resourcePlace(hook, value), what }),
    );
  });
  return [...ofOps, ...hooks];
}

/** `Out(io_manager_key=…)` of an op. */
function ofOutputs(asker: Asker, provided: Provided): readonly Requirement[] {
  const outs = asker.object.fields.get("outs");
  return (outs?.kind === "dict" ? [...outs.entries.values()] : []).flatMap(({ key, value: out }) => {
    const manager = out.kind === "object" ? out.fields.get("io_manager_key") : undefined;
    if (manager?.kind !== "str") return [];
    const what = `output '${key.kind === "str" ? key.value : "result"}' of op '${asker.op}''`;
    return [require("io-manager", manager.value, { asker, provided, at: () => managerPlace(asker.object, manager), what })];
  });
}

function resourceRequirements(asker: Asker, provided: Provided): readonly Requirement[] {
  return stringsOf(asker.object.fields.get("required_resource_keys")).map(({ value }) =>
    require("resource", value, { asker, provided, at: () => resourcePlace(asker.object, value), what: `op '${asker.op}'` }),
  );
}

interface Asked {
  readonly asker: Asker;
  readonly provided: Provided;
  at(): Location;
  readonly what: string;
}

const WORDS = { resource: "resource", "io-manager": "io manager", "input-manager": "input manager" } as const;

function require(kind: Requirement["kind"], key: string, { asker, provided, at, what }: Asked): Requirement {
  return {
    kind,
    key,
    owner: asker.owner,
    subject: asker.subject,
    provided: provided.values.get(key),
    // Nearly every requirement is met, and then nobody asks for these.
    get description() {
      return `${WORDS[kind]} with key '${key}' required by ${what}`;
    },
    get at() {
      return at();
    },
    get keys() {
      return [...provided.values.keys()].sort();
    },
    doubts: provided.doubts,
  };
}

/** A definition's own `resource_defs` come before the top-level ones. */
function withOwn(object: LibraryObject, { values, doubts }: Provided): Provided {
  const own = object.fields.get("resource_defs");
  if (own === undefined || own.kind === "none") return { values, doubts };
  if (own.kind !== "dict") return { values, doubts: [...doubts, ...unknownIn(own)] };
  const merged = new Map(values);
  for (const { key, value } of own.entries.values()) if (key.kind === "str") merged.set(key.value, value);
  return { values: merged, doubts: own.gap ? [...doubts, own.gap] : doubts };
}

function unknownIn(value: Value): readonly Unknown[] {
  if (value.kind === "unknown") return [value];
  return value.kind === "one-of" ? [value.condition] : [];
}

function nodeName(object: LibraryObject): string | undefined {
  const node = object.fields.get("node_def");
  const name = node?.kind === "object" ? node.fields.get("name") : undefined;
  return name?.kind === "str" ? name.value : undefined;
}

/** The parameter, or the key in `required_resource_keys`. */
function resourcePlace(object: LibraryObject, key: string): Location {
  const fn = functionOf(object);
  const parameter = fn?.definition.parameters.find(({ name }) => name === key);
  if (fn && parameter) return { path: fn.file.path, start: parameter.start, end: parameter.end };
  const argument = object.args?.keywords.get("required_resource_keys");
  const literal = elementsOf(argument?.value).items.find((item) => item.kind === "str" && item.value === key);
  return (argument && placeWithin(literal, argument.at)) ?? argument?.at ?? placeOfDefinition(object);
}

function managerPlace(object: LibraryObject, key: Value): Location {
  const whole = object.args && placeWithin(key, object.at);
  return whole ?? placeOfArgument(object, "io_manager_key", "outs", "ins", "metadata", "specs") ?? placeOfDefinition(object);
}

function managerInMetadata(spec: LibraryObject | undefined): readonly { readonly name: string; readonly key: Value }[] {
  const metadata = spec?.fields.get("metadata");
  const entries = metadata?.kind === "dict" ? [...metadata.entries.values()] : [];
  return entries
    .filter(({ key }) => key.kind === "str" && key.value === "dagster/io_manager_key")
    .map(({ value }) => ({ name: "result", key: value }));
}
