/**
 * Definitions of a module that Dagster does not get to see, while it sees others of that module: what a module's names stand for, and what stands in the
 * collections that they name. A file of which nothing is loaded is somebody else's business: a library, an experiment.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { keyId, readAssetKey } from "../../../dagster/model/asset-key.ts";
import { usesOfName } from "../../../edit/names/name-uses.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { decorationsOf } from "../decorations.ts";
import { isLoaded } from "./loaded-objects.ts";

export interface LostDefinition {
  /** The name in the module; of a member of a collection, its key. */
  readonly name: string;
  /** What it is, as people call it: `asset`. */
  readonly word: string;
  readonly object: LibraryObject;
  /** The name of the module that holds it, and nothing else. */
  readonly variable?: string;
}

const WORDS: Readonly<Record<string, string>> = {
  "dagster.AssetsDefinition": "asset",
  "dagster.AssetChecksDefinition": "check",
  "dagster.UnresolvedAssetJobDefinition": "job",
  "dagster.JobDefinition": "job",
  "dagster.ScheduleDefinition": "schedule",
  "dagster.SensorDefinition": "sensor",
  "dagster.AssetSpec": "asset spec",
  "dagster.GraphDefinition": "graph",
};

export function lostDefinitions(location: LoadedLocation): readonly LostDefinition[] {
  const { unloaded, filesInUse } = definitions(location);
  return unloaded.filter((one) => filesInUse.has(one.object.at.path) && isLost(one, location));
}

/** A file with a `@definitions` function gives what that returns, and nothing else of it. */
function filesOfDefinitions(location: LoadedLocation): readonly string[] {
  return decorationsOf(location, "dagster.definitions").map(({ function: fn }) => fn.file.path);
}

/** Specs and graphs have uses besides being loaded: of such a one nothing is said. */
function isLost(one: LostDefinition, location: LoadedLocation): boolean {
  if (one.word === "asset spec") return !isKnownKey(one.object, location);
  return one.word !== "graph" || !isNamedAgain(one, location);
}

/** Under its key an asset is loaded, or the key is not known. */
function isKnownKey(spec: LibraryObject, { graphs }: LoadedLocation): boolean {
  const key = spec.fields.get("key");
  const path = key && readAssetKey(key);
  if (!path?.known) return true;
  return graphs.some(({ assets }) => (assets.get(keyId(path.value))?.claims.length ?? 0) > 0);
}

function isNamedAgain({ name, object }: LostDefinition, { files, interpreter }: LoadedLocation): boolean {
  const word = new RegExp(`\\b${name}\\b`);
  for (const file of files.values()) {
    const isOwn = file.path === object.at.path;
    if (isOwn ? isRead(file, name, interpreter) : word.test(file.text)) return true;
  }
  return false;
}

function isRead(file: SourceFile, name: string, interpreter: LoadedLocation["interpreter"]): boolean {
  return usesOfName(name, file.tree.body, file.text, (fn) => interpreter.statementsOf(file, fn)).reads.length > 0;
}

interface OwnDefinitions {
  readonly unloaded: readonly LostDefinition[];
  /** Those of which something is loaded. */
  readonly filesInUse: ReadonlySet<string>;
}

/** What the names of the executed modules stand for, and what is in the collections that they stand for. */
function definitions(location: LoadedLocation): OwnDefinitions {
  const { files, interpreter } = location;
  const unloaded = new Map<LibraryObject, LostDefinition>();
  const filesInUse = new Set(filesOfDefinitions(location));
  const add = (value: Value, path: string, name?: string): void => {
    const word = value.kind === "object" && value.at.path === path && !value.condition ? WORDS[value.type] : undefined;
    if (value.kind !== "object" || word === undefined) return;
    if (isLoaded(value, location)) filesInUse.add(path);
    else if (!unloaded.has(value))
      unloaded.set(value, { name: name ?? keyText(value), word, object: value, ...(name !== undefined && { variable: name }) });
  };
  for (const path of files.keys()) {
    const module = interpreter.moduleOfFile(path, { path, start: 0, end: 0 });
    if (module?.kind !== "module") continue;
    module.scope.names.forEach((value, name) => {
      add(value, path, name);
    });
    for (const member of [...module.scope.names.values()].flatMap(specsIn)) add(member, path);
  }
  return { unloaded: [...unloaded.values()], filesInUse };
}

/** Dagster's loaders look into lists, and into nothing else. */
function specsIn(value: Value): readonly Value[] {
  const members =
    value.kind === "list" || value.kind === "tuple"
      ? value.items
      : value.kind === "dict"
        ? [...value.entries.values()].map((entry) => entry.value)
        : [];
  return members.filter((member) => member.kind === "object" && member.type === "dagster.AssetSpec");
}

function keyText(object: LibraryObject): string {
  const key = object.fields.get("key");
  const path = key && readAssetKey(key);
  return path?.known ? path.value.join("/") : object.type;
}
