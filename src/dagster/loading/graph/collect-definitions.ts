/**
 * From what a code location's module holds (`Definitions`, `@repository`, a job, a graph, loose assets) to one flat list of definitions for each
 * collection, as Dagster collects them: the same object twice is one. What cannot be read is a gap of its collection; what Dagster does not take there is misplaced.
 */
import type { Location } from "../../../base/span.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { LibraryObject, OneOf, Unknown, Value } from "../../../python/value.ts";
import { oneOf } from "../../../python/values/one-of.ts";
import { assumesOf, placeOf } from "../../model/read.ts";
import type { Collection, Given, GraphResource } from "./asset-graph.ts";
import { definitionObject } from "./definition-object.ts";
import { mergeAlternatives } from "./merge-alternatives.ts";

export interface Collected {
  readonly name: string;
  readonly target?: LibraryObject;
  readonly assets: readonly Given[];
  readonly jobs: readonly Given[];
  readonly schedules: readonly Given[];
  readonly sensors: readonly Given[];
  readonly resources: readonly GraphResource[];
  readonly gaps: Readonly<Record<Collection, readonly Unknown[]>>;
  readonly misplaced: readonly { readonly collection: Collection; readonly value: Value; readonly at: Location }[];
}

/** The repository that Dagster makes of a `Definitions` object. */
export const DEFINITIONS_REPOSITORY = "__repository__";

/** A repository of these values, for a module without any `Definitions`. */
export function collectLoose(values: readonly Value[], at: Location, interpreter: Interpreter): Collected {
  const collector = new Collector(interpreter);
  for (const value of values) collector.addAny(value, at, undefined);
  return collector.result(DEFINITIONS_REPOSITORY, undefined);
}

/** `target` may be anything that an entry names; what cannot be read becomes a gap. */
export function collectDefinitions(target: Value, at: Location, interpreter: Interpreter): Collected {
  const collector = new Collector(interpreter);
  collector.addTarget(target, at, undefined);
  const object = target.kind === "object" ? target : undefined;
  const name = object?.type === "dagster.RepositoryDefinition" ? object.fields.get("name") : undefined;
  return collector.result(name?.kind === "str" ? name.value : DEFINITIONS_REPOSITORY, object);
}

/** The parameters of `Definitions`, and the collection that each fills. */
const PARAMETERS: readonly (readonly [string, Collection])[] = [
  ["assets", "assets"],
  ["asset_checks", "checks"],
  ["jobs", "jobs"],
  ["schedules", "schedules"],
  ["sensors", "sensors"],
];

type ListedCollection = "assets" | "jobs" | "schedules" | "sensors";

interface Element {
  readonly value: Value;
  readonly condition: Unknown | undefined;
}

class Collector {
  private readonly interpreter: Interpreter;
  private readonly members: Record<ListedCollection, Map<LibraryObject, Given>> = {
    assets: new Map(),
    jobs: new Map(),
    schedules: new Map(),
    sensors: new Map(),
  };
  private readonly wholes = new Map<OneOf, LibraryObject>();
  private readonly resources: GraphResource[] = [];
  private readonly gaps: Record<Collection, Unknown[]> = { assets: [], checks: [], jobs: [], schedules: [], sensors: [], resources: [] };
  private readonly misplaced: { collection: Collection; value: Value; at: Location }[] = [];

  constructor(interpreter: Interpreter) {
    this.interpreter = interpreter;
  }

  result(name: string, target: LibraryObject | undefined): Collected {
    const { assets, jobs, schedules, sensors } = this.members;
    return {
      name,
      ...(target && { target }),
      assets: [...assets.values()],
      jobs: [...jobs.values()],
      schedules: [...schedules.values()],
      sensors: [...sensors.values()],
      resources: this.resources,
      gaps: this.gaps,
      misplaced: this.misplaced,
    };
  }

  addTarget(target: Value, at: Location, condition: Unknown | undefined): void {
    if (target.kind === "one-of") {
      for (const option of target.options) this.addTarget(option, at, target.condition);
      return;
    }
    const object = definitionObject(target, this.interpreter);
    if (object?.type === "dagster.Definitions") this.addDefinitions(object, condition ?? object.condition);
    else if (object?.type === "dagster.RepositoryDefinition") this.addRepository(object, condition);
    else if (target.kind === "list" || target.kind === "tuple") this.addElements(target, at, condition);
    else this.addAny(target, at, condition);
  }

  private addDefinitions(definitions: LibraryObject, condition: Unknown | undefined): void {
    for (const [parameter, collection] of PARAMETERS) {
      const value = definitions.fields.get(parameter);
      const place = definitions.args?.keywords.get(parameter)?.at ?? definitions.at;
      for (const element of this.elements(value, place, collection)) {
        this.add(element.value, { collection, at: place, condition: element.condition ?? condition });
      }
    }
    this.addResources(definitions.fields.get("resources"), definitions, condition);
  }

  private addRepository(repository: LibraryObject, condition: Unknown | undefined): void {
    this.addElements(repository.fields.get("definitions"), repository.at, condition);
    this.addResources(repository.fields.get("resources"), repository, condition);
  }

  /** Elements of `@repository`: any definitions, lists in lists flattened. */
  private addElements(value: Value | undefined, at: Location, condition: Unknown | undefined): void {
    for (const element of this.elements(value, at, undefined)) {
      const under = element.condition ?? condition;
      if (element.value.kind === "list" || element.value.kind === "tuple") this.addElements(element.value, at, under);
      else this.addAny(element.value, at, under);
    }
  }

  /** A definition of whatever kind, put where it belongs. */
  addAny(value: Value, at: Location, condition: Unknown | undefined): void {
    this.add(value, { collection: undefined, at, condition });
  }

  private add(
    value: Value,
    place: { readonly collection: Collection | undefined; readonly at: Location; readonly condition: Unknown | undefined },
  ): void {
    if (value.kind === "none" && place.collection === undefined) return;
    if (value.kind === "one-of") {
      const whole = value.maybeAbsent ? undefined : this.merged(value);
      if (whole) this.add(whole, place);
      else for (const option of value.options) this.add(option, { ...place, condition: value.condition });
      return;
    }
    const object = definitionObject(value, this.interpreter);
    const kind = object && this.collectionOf(object);
    const fits =
      kind !== undefined &&
      (place.collection === undefined || kind === place.collection || (kind === "assets" && place.collection === "checks"));
    if (!object || !kind || !fits) {
      this.leaveOut(value, place.collection, place.at);
      return;
    }
    if (object.type === "dagster.CacheableAssetsDefinition") this.gaps.assets.push(this.opaque(object));
    const condition = place.condition ?? object.condition;
    const known = this.members[kind].get(object);
    if (known && !known.condition) return;
    this.members[kind].set(object, { object, at: object.at, ...(condition && { condition }), assumes: object.assumes ?? [] });
  }

  /** The same one for the same alternatives, wherever they are listed. */
  private merged(value: OneOf): LibraryObject | undefined {
    const known = this.wholes.get(value);
    if (known) return known;
    const objects = value.options.map((option) => definitionObject(option, this.interpreter));
    const all = objects.filter((object): object is LibraryObject => object !== undefined);
    const whole = all.length === objects.length ? mergeAlternatives(all, value.condition) : undefined;
    if (whole) this.wholes.set(value, whole);
    return whole;
  }

  private opaque(object: LibraryObject): Unknown {
    return this.interpreter.unknown(
      "external-library",
      "the assets of a cacheable definition are built from what a service answers",
      object.at,
    );
  }

  private collectionOf(object: LibraryObject): ListedCollection | undefined {
    const is = (...types: readonly string[]): boolean => types.some((type) => this.interpreter.isInstance(object, `dagster.${type}`));
    if (is("AssetsDefinition", "SourceAsset", "AssetSpec", "CacheableAssetsDefinition")) return "assets";
    if (is("JobDefinition", "UnresolvedAssetJobDefinition", "GraphDefinition")) return "jobs";
    if (is("ScheduleDefinition", "UnresolvedPartitionedAssetScheduleDefinition")) return "schedules";
    return is("SensorDefinition") ? "sensors" : undefined;
  }

  private leaveOut(value: Value, collection: Collection | undefined, at: Location): void {
    const gap = gapBehind(value, at, this.interpreter);
    if (!gap) {
      this.misplaced.push({ collection: collection ?? "assets", value, at });
      return;
    }
    const open: readonly Collection[] =
      collection === undefined ? ["assets", "checks", "jobs", "schedules", "sensors"] : collectionsOpenedBy(collection);
    for (const each of open) this.gaps[each].push(gap);
  }

  /** The items of a collection, each with the condition it hangs on; gaps are noted. */
  private elements(value: Value | undefined, at: Location, collection: Collection | undefined): readonly Element[] {
    if (value === undefined || value.kind === "none") return [];
    if (value.kind === "one-of") return this.alternatives(value, at, collection);
    const isUnread = value.kind === "unknown" || value.kind === "symbol";
    const { items, gap } = isUnread ? { items: [], gap: gapBehind(value, at, this.interpreter) } : this.interpreter.iterate(value, at);
    if (gap) {
      const open: readonly Collection[] =
        collection === undefined ? ["assets", "checks", "jobs", "schedules", "sensors"] : collectionsOpenedBy(collection);
      for (const each of open) this.gaps[each].push(gap);
    }
    return items.map((item) => ({ value: item, condition: undefined }));
  }

  /** Of collections that exclude each other: what is in all of them is there in any case. */
  private alternatives(value: OneOf, at: Location, collection: Collection | undefined): readonly Element[] {
    const lists = value.options.map((option) => this.elements(option, at, collection));
    const shared = (item: Value): boolean =>
      !value.maybeAbsent && lists.every((list) => list.some((other) => other.value === item && !other.condition));
    const seen = new Set<Value>();
    return lists
      .flat()
      .filter((item) => {
        const isNew = !seen.has(item.value);
        seen.add(item.value);
        return isNew;
      })
      .map((item) => (shared(item.value) ? item : { ...item, condition: value.condition }));
  }

  private addResources(value: Value | undefined, definitions: LibraryObject, condition: Unknown | undefined): void {
    for (const [key, entry] of this.resourceEntries(value, definitions)) {
      const perhaps = entry.value.kind === "one-of" && entry.value.maybeAbsent ? entry.value.condition : undefined;
      const under = entry.condition ?? perhaps ?? condition;
      this.resources.push({
        key,
        value: entry.value,
        at: entry.at,
        ...(under && { condition: under }),
        assumes: [...new Set([...entry.assumes, ...(definitions.assumes ?? [])])],
      });
    }
  }

  /** By key. Of dictionaries that exclude each other a key that is in all of them is there in any case, with one of the values. */
  private resourceEntries(value: Value | undefined, definitions: LibraryObject): ReadonlyMap<string, ResourceEntry> {
    const entries = new Map<string, ResourceEntry>();
    if (value === undefined || value.kind === "none") return entries;
    if (value.kind === "one-of") return this.resourceAlternatives(value, definitions);
    const gap = value.kind === "dict" ? value.gap : gapBehind(value, definitions.at, this.interpreter);
    if (gap) this.gaps.resources.push(gap);
    if (value.kind !== "dict") return entries;
    for (const entry of value.entries.values()) {
      const at = "origin" in entry.key && entry.key.origin ? entry.key.origin : placeOr(entry.value, definitions.at);
      const keys = entry.key.kind === "str" ? [entry.key] : [];
      for (const { value: key } of keys) entries.set(key, { value: entry.value, at, assumes: assumesOf(entry.key) });
      const unread = keys.length === 0 ? gapBehind(entry.key, definitions.at, this.interpreter) : undefined;
      if (unread) this.gaps.resources.push(unread);
    }
    return entries;
  }

  private resourceAlternatives(value: OneOf, definitions: LibraryObject): ReadonlyMap<string, ResourceEntry> {
    const maps = value.options.map((option) => this.resourceEntries(option, definitions));
    const merged = new Map<string, ResourceEntry>();
    for (const key of new Set(maps.flatMap((map) => [...map.keys()]))) {
      const found = maps.flatMap((map) => map.get(key) ?? []);
      const [first] = found;
      if (!first) continue;
      const isThere = !value.maybeAbsent && found.length === maps.length && found.every((entry) => !entry.condition);
      const either = oneOf(
        found.map((entry) => entry.value),
        false,
        value.condition,
      );
      merged.set(key, { ...first, value: either, ...(!isThere && { condition: value.condition }) });
    }
    return merged;
  }
}

interface ResourceEntry {
  readonly value: Value;
  readonly at: Location;
  readonly assumes: readonly string[];
  readonly condition?: Unknown;
}

/** A schedule or sensor that nobody knows may bring a job with it. (The checks of an unknown asset can only be on that asset.) */
function collectionsOpenedBy(collection: Collection): readonly Collection[] {
  return collection === "schedules" || collection === "sensors" ? [collection, "jobs"] : [collection];
}

/** Why a value is not the definition that it might be; `undefined` when it is known to be none. */
function gapBehind(value: Value, at: Location, interpreter: Interpreter): Unknown | undefined {
  if (value.kind === "unknown") return value;
  if (value.kind === "one-of") return value.condition;
  // A function or class of Dagster's is itself no definition.
  if (value.kind === "symbol" && value.name.startsWith("dagster.")) return undefined;
  if (value.kind === "symbol") return interpreter.unknown("external-library", `\`${value.name}\` is not read`, at);
  if (value.kind === "object" && !value.type.startsWith("dagster.")) {
    return interpreter.unknown("external-library", `what \`${value.type}\` yields is not known`, placeOr(value, at));
  }
  return undefined;
}

function placeOr(value: Value, fallback: Location): Location {
  const place = placeOf(value);
  return place.path === "" ? fallback : place;
}
