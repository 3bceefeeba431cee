/**
 * Names that Dagster makes from asset keys and then holds to its rule for names: the op of a single executable asset, the outputs of a definition of
 * several, and an input for each dependency without a parameter. External assets have none of these and may be called anything.
 */

import { concatenate } from "../../../base/concatenate.ts";
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { type KeyPath, readAssetKey, toPythonIdentifier, toUserString } from "../../../dagster/model/asset-key.ts";
import type { AssetsPayload } from "../../../dagster/model/objects.ts";
import { payloadOf } from "../../../dagster/model/payload.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { RuleContext } from "../../rule.ts";
import { placeOfDefinition } from "../definition-place.ts";
import { objectsByType } from "../logged.ts";
import { remember } from "../remember.ts";
import { subjectOf } from "../subject.ts";
import { placeWithin } from "../values.ts";
import { hasValidNameChars, isReservedName } from "./dagster-names.ts";

export interface NodeName {
  readonly what: "asset" | "dependency";
  /** What Dagster makes of the key. */
  readonly name: string;
  readonly key: string;
  /** The first part of the key that is no part of a name by itself, else the last. */
  readonly part: string;
  /** That part's value, for edits. */
  readonly written: Value | undefined;
  readonly at: Location;
  readonly subject?: string;
}

const SINGLE: ReadonlySet<string> = new Set(["asset", "graph_asset", "observable_source_asset"]);

/** Those that Dagster does not take. */
export function refusedNodeNames({ location }: RuleContext): readonly NodeName[] {
  return namesIn(location);
}

const namesIn = remember(findNames);

function findNames(location: LoadedLocation): readonly NodeName[] {
  const objects = objectsByType(location);
  const sources = (objects.get("dagster.SourceAsset") ?? []).filter((object) => !object.condition && isObservable(object));
  const definitions = (objects.get("dagster.AssetsDefinition") ?? []).filter(({ condition }) => !condition);
  return [
    ...sources.flatMap((object) => refusedName("asset", { object, key: object.fields.get("key") })),
    ...definitions.flatMap(namesOfDefinition),
  ];
}

function namesOfDefinition(object: LibraryObject): readonly NodeName[] {
  const payload = payloadOf(object, "assets");
  if (!payload || payload.execution === "unexecutable") return [];
  const own = ownSpecs(object, payload).flatMap((spec) =>
    spec.kind === "object" ? refusedName("asset", { object, key: spec.fields.get("key") }) : [],
  );
  const named = payload.inputs.flatMap(({ key, via, name }) =>
    via === "parameter" || via === "ins" ? [] : refusedName("dependency", { object, key, name }),
  );
  return concatenate([own, named]);
}

function isObservable(source: LibraryObject): boolean {
  const kind = source.fields.get("observe_fn")?.kind;
  return kind !== undefined && kind !== "none" && kind !== "unknown";
}

function ownSpecs(object: LibraryObject, { definition }: AssetsPayload): readonly Value[] {
  const specs = object.fields.get("specs");
  const isSpecs = object.args?.keywords.get("specs") !== undefined;
  return specs?.kind === "list" && (SINGLE.has(definition) || isSpecs) ? specs.items : [];
}

const NAME_PART = /^[A-Za-z0-9_.-]+$/;

interface Named {
  readonly object: LibraryObject;
  readonly key: Value | undefined;
  /** Where it is not simply made of the key. */
  readonly name?: string;
}

/** Nothing for a name that Dagster takes: those are most, and nobody asks where they stand. */
function refusedName(what: NodeName["what"], { object, key: value, name: given }: Named): readonly NodeName[] {
  if (value?.kind !== "object" || (given === undefined && isPlainKey(value))) return [];
  const read = readAssetKey(value);
  if (!read.known) return [];
  const path: KeyPath = read.value;
  const name = given ?? toPythonIdentifier(path);
  const index = path.findIndex((part) => !NAME_PART.test(part));
  if (index < 0 && hasValidNameChars(name) && !isReservedName(name)) return [];
  const parts = value.fields.get("path");
  const written = parts?.kind === "list" ? parts.items.at(index) : undefined;
  const subject = subjectOf(object);
  return [
    {
      what,
      name,
      key: toUserString(path),
      part: path.at(index) ?? "",
      written,
      at: placeWithin(written, object.at) ?? placeOfKey(value, object),
      ...(subject !== undefined && { subject }),
    },
  ];
}

/** Of one part that is a name by itself, as nearly all are: there is nothing to be read or made of it. */
function isPlainKey({ fields }: LibraryObject): boolean {
  const path = fields.get("path");
  const [only, ...others] = path?.kind === "list" ? path.items : [];
  return only?.kind === "str" && others.length === 0 && hasValidNameChars(only.value) && !isReservedName(only.value);
}

function placeOfKey(key: LibraryObject, object: LibraryObject): Location {
  const own = placeWithin(key, object.at);
  return own && (own.start !== object.at.start || own.end !== object.at.end) ? own : placeOfDefinition(object);
}
