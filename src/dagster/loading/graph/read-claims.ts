/**
 * From a definition to what it claims: one claim for each key of an `AssetsDefinition`, a `SourceAsset` or a bare `AssetSpec`. Reads what the graph
 * needs (key, group, tags, kinds, owners, dependencies); everything else is read when the document is made.
 */

import type { Interpreter } from "../../../python/interpreter.ts";
import { NOWHERE } from "../../../python/make-value.ts";
import type { LibraryObject, OneOf, Unknown, Value } from "../../../python/value.ts";
import { keyId, readAssetKey } from "../../model/asset-key.ts";
import { readSelectableAttributes } from "../../model/asset-spec.ts";
import type { AssetsPayload } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { readPlain } from "../../model/plain-value.ts";
import { known, type Listing, type Read, readListing, unionOfAssumes } from "../../model/read.ts";
import type { AssetClaim, Dependency, Given } from "./asset-graph.ts";
import { definitionObject } from "./definition-object.ts";

export interface Claims {
  readonly claims: readonly AssetClaim[];
  /** Why the definition may claim more keys. */
  readonly gaps: readonly Unknown[];
}

/** A definition without asset keys (checks only) claims none. */
export function readClaims(given: Given, interpreter: Interpreter): Claims {
  const { object } = given;
  if (interpreter.isInstance(object, "dagster.SourceAsset")) {
    const kind = object.fields.get("observe_fn")?.kind;
    return oneClaim(
      given,
      { spec: object, index: 0, kind: kind === undefined || kind === "none" ? "external" : "observable" },
      interpreter,
    );
  }
  if (interpreter.isInstance(object, "dagster.AssetSpec"))
    return oneClaim(given, { spec: object, index: 0, kind: "external" }, interpreter);
  if (!interpreter.isInstance(object, "dagster.AssetsDefinition")) return { claims: [], gaps: [] };
  const specs = readListing(object.fields.get("specs"), "the specs of an assets definition", (item, index) =>
    readSpec(item, index, interpreter),
  );
  const payload = payloadOf(object, "assets");
  const kind = payload?.execution === "observation" ? "observable" : payload?.execution === "unexecutable" ? "external" : "asset";
  const read = specs.items.map(({ value, condition }) =>
    oneClaim(condition ? { ...given, condition } : given, { ...value, kind, ...(payload && { payload }) }, interpreter),
  );
  return { claims: read.flatMap((each) => each.claims), gaps: [...specs.gaps, ...read.flatMap((each) => each.gaps)] };
}

function readSpec(value: Value, index: number, interpreter: Interpreter): Read<Pick<ClaimParts, "spec" | "index">> {
  const spec = definitionObject(value, interpreter);
  if (spec) return known({ spec, index });
  const gap = value.kind === "unknown" ? value : interpreter.unknown("unsupported", "a spec of another kind is not read", NOWHERE);
  return { known: false, gap };
}

interface ClaimParts {
  readonly spec: LibraryObject;
  readonly index: number;
  readonly kind: AssetClaim["kind"];
  readonly payload?: AssetsPayload;
}

function oneClaim(given: Given, { spec: written, index, kind, payload }: ClaimParts, interpreter: Interpreter): Claims {
  const spec = settled(written);
  const key = spec.fields.get("key");
  if (key?.kind === "one-of") {
    const read = key.options.map((option) =>
      oneClaim(
        { ...given, condition: key.condition },
        { spec: { ...spec, fields: new Map([...spec.fields, ["key", option]]) }, index, kind, ...(payload && { payload }) },
        interpreter,
      ),
    );
    return { claims: read.flatMap((each) => each.claims), gaps: read.flatMap((each) => each.gaps) };
  }
  const path = readAssetKey(key ?? { kind: "none" });
  if (!path.known) return { claims: [], gaps: [path.gap] };
  const claim: AssetClaim = {
    ...given,
    spec,
    index,
    kind,
    path: path.value,
    id: keyId(path.value),
    ...(payload && { payload }),
    assumes: unionOfAssumes(given.assumes, path.assumes),
    ...readSelectableAttributes(spec),
    deps: readDependencies(spec.fields.get("deps"), given, spec),
  };
  return { claims: [claim], gaps: [] };
}

/** The spec with fields that are the same under every condition taken as known. */
function settled(spec: LibraryObject): LibraryObject {
  let fields: Map<string, Value> | undefined;
  spec.fields.forEach((value, name) => {
    const option = value.kind === "one-of" ? sameOption(value) : undefined;
    if (option) fields = (fields ?? new Map(spec.fields)).set(name, option);
  });
  return fields ? { ...spec, fields } : spec;
}

function sameOption({ options, maybeAbsent }: OneOf): Value | undefined {
  const texts = options.map((option) => readPlain(option));
  const [first] = texts;
  if (maybeAbsent || !first?.known) return undefined;
  const isSame =
    options.every((option) => option.kind !== "object" && option.kind !== "instance") &&
    texts.every((text) => text.known && JSON.stringify(text.value) === JSON.stringify(first.value));
  return isSame ? options[0] : undefined;
}

function readDependencies(value: Value | undefined, given: Given, spec: LibraryObject): Listing<Dependency> {
  return readListing(value, "dependencies", (item) => {
    const object = item.kind === "object" ? item : undefined;
    const path = readAssetKey(object?.fields.get("asset_key") ?? item);
    if (!path.known) return path;
    const payload = payloadOf(object, "dep");
    const written = object?.at.path ? object.at : spec.at.path ? spec.at : given.at;
    const dependency: Dependency = {
      path: path.value,
      id: keyId(path.value),
      object: object ?? spec,
      at: written,
      via: payload?.via ?? "deps",
      ...(payload?.parameter !== undefined && { parameter: payload.parameter }),
    };
    return known(dependency, path.assumes);
  });
}
