/**
 * How a definition reached the state in which Dagster loads it, from the log of calls: where it was first made, which calls and methods gave a copy of
 * it with other fields, and which collections hold it in the end. Nothing is recorded for this while a project is read; the log is searched when
 * somebody asks. Copies share the identity of what they are copies of ({@link lineageOf}).
 */

import type { Location } from "../../../base/span.ts";
import type { CallArguments } from "../../../python/library.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { LoadedLocation } from "../../analysis.ts";
import { payloadOf } from "../../model/payload.ts";

export interface History {
  /** As it was first made. */
  readonly origin: LibraryObject;
  readonly steps: readonly HistoryStep[];
  readonly holders: readonly Producer[];
}

/** A call that gave definitions. */
export interface Producer {
  /** `dagster.load_assets_from_modules`. */
  readonly name: string;
  readonly at: Location;
  readonly args: CallArguments;
  readonly finished: number;
  readonly members: readonly LibraryObject[];
  /** The `Definitions` that holds them; absent for a list. */
  readonly container?: LibraryObject;
  /** Of a method: what it copied. */
  readonly self?: LibraryObject;
}

export interface HistoryStep {
  readonly by: Producer;
  readonly before: LibraryObject;
  readonly after: LibraryObject;
}

export interface HistoryLog {
  historyOf(state: LibraryObject): History;
}

const MAX_STEPS = 50;

export function createHistoryLog({ objects, calls, copies, graphs }: LoadedLocation): HistoryLog {
  const made = new Set(objects);
  const producers = [...calls.flatMap(producerOfCall), ...copies.map(producerOfCopy)].sort((left, right) => left.finished - right.finished);
  const loaded = loadedContainers(graphs.flatMap(({ target }) => target ?? []));
  return {
    historyOf(state) {
      const steps: HistoryStep[] = [];
      let current = state;
      while (!made.has(current) && steps.length < MAX_STEPS) {
        const by = producers.find(({ members }) => members.includes(current));
        const before = by ? previousState(current, by, producers) : undefined;
        if (!by || !before) break;
        steps.unshift({ by, before, after: current });
        current = before;
      }
      return {
        origin: originOf(current, objects),
        steps,
        holders: holdersOf(state, steps, producers).filter((each) => isLoaded(each, loaded)),
      };
    },
  };
}

/** The definition itself, when the way back to it was lost. */
function originOf(state: LibraryObject, objects: readonly LibraryObject[]): LibraryObject {
  const lineage = lineageOf(state);
  return objects.includes(state) ? state : (objects.find((object) => lineageOf(object) === lineage) ?? state);
}

/** The same for a definition and all its copies. */
function lineageOf(object: LibraryObject): unknown {
  return payloadOf(object, "assets")?.id ?? object.args ?? object.at;
}

function producerOfCall({ name, at, args, finished, result, returned }: LoadedLocation["calls"][number]): readonly Producer[] {
  if (result === undefined || finished === undefined) return [];
  const members = returned ? returned.flatMap((item) => membersOf(item, 1)) : membersOf(result, 0);
  const container = isContainer(result) ? { container: result } : {};
  return members.length === 0 && !isContainer(result) ? [] : [{ name, at, args, finished, members, ...container }];
}

function producerOfCopy({ name, of, result, at, args, finished }: LoadedLocation["copies"][number]): Producer {
  return { name, at, args, finished, members: membersOf(result, 0), self: of, ...(isContainer(result) && { container: result }) };
}

const MAX_DEPTH = 6;
const COLLECTIONS = ["assets", "asset_checks", "jobs", "schedules", "sensors", "definitions"];

function isContainer(value: Value): value is LibraryObject {
  return value.kind === "object" && (value.type === "dagster.Definitions" || value.type === "dagster.RepositoryDefinition");
}

/** The definitions in a value: itself, or what a collection holds. */
function membersOf(value: Value, depth: number): readonly LibraryObject[] {
  if (depth > MAX_DEPTH) return [];
  switch (value.kind) {
    case "object":
      if (!isContainer(value)) return [value];
      return COLLECTIONS.flatMap((name) => {
        const members = value.fields.get(name);
        return members ? membersOf(members, depth + 1) : [];
      });
    case "list":
    case "tuple":
    case "iterator":
      return value.items.flatMap((item) => membersOf(item, depth + 1));
    case "set":
      return [...value.items.values()].flatMap((item) => membersOf(item, depth + 1));
    case "dict":
      return [...value.entries.values()].flatMap((entry) => membersOf(entry.value, depth + 1));
    case "one-of":
      return value.options.flatMap((option) => membersOf(option, depth + 1));
    case "module":
      return depth > 2 ? [] : [...value.scope.names.values()].flatMap((item) => membersOf(item, depth + 1));
    default:
      return [];
  }
}

/** What a call was given of the same lineage; else the state that it must have found itself: the latest before it. */
function previousState(state: LibraryObject, by: Producer, producers: readonly Producer[]): LibraryObject | undefined {
  const lineage = lineageOf(state);
  const isEarlier = (object: LibraryObject): boolean => object !== state && lineageOf(object) === lineage;
  const given = [
    ...(by.self ? membersOf(by.self, 0) : []),
    ...[...by.args.positional, ...by.args.keywords.values()].flatMap(({ value }) => membersOf(value, 0)),
  ];
  const direct = given.find(isEarlier);
  if (direct) return direct;
  return producers
    .filter(({ finished }) => finished < by.finished)
    .flatMap(({ members }) => members)
    .findLast(isEarlier);
}

function holdersOf(state: LibraryObject, steps: readonly HistoryStep[], producers: readonly Producer[]): readonly Producer[] {
  const own = new Set(steps.map(({ by }) => by));
  return producers.filter((producer) => !own.has(producer) && producer.args !== state.args && producer.members.includes(state));
}

/** The `Definitions` that Dagster loads, and those that were merged into it. */
function loadedContainers(targets: readonly LibraryObject[]): ReadonlySet<LibraryObject> {
  const found = new Set<LibraryObject>();
  const visit = (value: Value): void => {
    if (value.kind === "one-of") for (const option of value.options) visit(option);
    if (value.kind !== "object" || found.has(value)) return;
    found.add(value);
    for (const part of payloadOf(value, "merged")?.parts ?? []) visit(part);
  };
  for (const target of targets) visit(target);
  return found;
}

/** A list is what a loader gave; of several `Definitions` only those count that lead to the loaded one. */
function isLoaded({ container }: Producer, loaded: ReadonlySet<LibraryObject>): boolean {
  return container === undefined || loaded.has(container);
}
