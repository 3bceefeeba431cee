/**
 * Graph documents without what an edit may move: places, ids made of places, the order that follows from names. Two code locations that are equal
 * here load as the same graph; the first difference is told in words.
 */
import { groupBy } from "../../base/group-by.ts";
import { compareKeys } from "../../base/order.ts";
import type { CodeLocation } from "../../types/graph-document.ts";

const SECTIONS = ["nodes", "edges", "checks", "jobs", "schedules", "sensors", "resources"] as const;

/** Fields that hold sets of keys: their order is that of names. */
const SETS: ReadonlySet<string> = new Set(["assets", "monitors", "checks", "ops", "via", "resources", "unresolved", "owners", "kinds"]);

export interface GraphDifference {
  /** "the asset `orders`": what differs. */
  readonly subject: string;
  /** `undefined`: the whole object is there on one side only. */
  readonly field?: string;
  readonly wanted: string | undefined;
  readonly found: string | undefined;
}

/** `undefined` when both are the same graph. */
export function firstDifference(wanted: CodeLocation, found: CodeLocation): GraphDifference | undefined {
  for (const section of SECTIONS) {
    const [left, right] = [objectsOf(wanted, section), objectsOf(found, section)];
    for (const id of [...new Set([...left.keys(), ...right.keys()])].sort(compareKeys)) {
      const difference = compareObjects(`${NAMES[section]} \`${id}\``, left.get(id), right.get(id));
      if (difference) return difference;
    }
  }
  return partsOf(wanted) === partsOf(found)
    ? undefined
    : { subject: "the definitions", field: "grouping", wanted: partsOf(wanted), found: partsOf(found) };
}

const NAMES: Readonly<Record<(typeof SECTIONS)[number], string>> = {
  nodes: "the asset",
  edges: "the dependency",
  checks: "the check",
  jobs: "the job",
  schedules: "the schedule",
  sensors: "the sensor",
  resources: "the resource",
};

type Fields = ReadonlyMap<string, string>;

function compareObjects(subject: string, wanted: Fields | undefined, found: Fields | undefined): GraphDifference | undefined {
  if (!wanted || !found) return { subject, wanted: wanted && "there", found: found && "there" };
  for (const [field, value] of wanted) {
    if (value !== found.get(field)) return { subject, field, wanted: value, found: found.get(field) };
  }
  return undefined;
}

function objectsOf(location: CodeLocation, section: (typeof SECTIONS)[number]): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  for (const object of location[section]) {
    const fields = Object.entries(object).filter(([name]) => name !== "source");
    const base = identityOf(object);
    let id = base;
    for (let copy = 2; found.has(id); copy += 1) id = `${base} (${copy})`;
    found.set(id, new Map(fields.map(([name, value]) => [name, JSON.stringify(comparable(name, value))])));
  }
  return found;
}

function identityOf(object: object): string {
  const { key, from, to, asset, name } = object as Readonly<Record<string, string>>;
  if (from !== undefined) return `${from} -> ${to}`;
  if (asset !== undefined) return `${asset}:${name}`;
  return key ?? name ?? "";
}

function comparable(name: string, value: unknown): unknown {
  if (name === "definition") return value === null ? null : (value as { readonly kind: string }).kind;
  if (name === "metadata") return withoutPlaces(value);
  if (name === "conditional") return value === null ? null : (value as { readonly reason: string }).reason;
  if (Array.isArray(value) && (SETS.has(name) || name === "opEdges" || name === "targets"))
    return value.map((item) => JSON.stringify(item)).sort(compareKeys);
  return value;
}

/** Lines of code are metadata too, and move with every line that is added above. */
function withoutPlaces(metadata: unknown): unknown {
  if (typeof metadata !== "object" || metadata === null) return metadata;
  return Object.entries(metadata).filter(([key]) => key !== "dagster/code_references");
}

/** Which assets share a definition. */
function partsOf({ nodes }: CodeLocation): string {
  const owned = nodes.flatMap(({ key, definition }) => (definition ? [{ key, id: definition.id }] : []));
  const parts = [...groupBy(owned, ({ id }) => id).values()].map((together) => together.map(({ key }) => key));
  return JSON.stringify(parts.map((keys) => keys.sort(compareKeys).join(" ")).sort(compareKeys));
}
