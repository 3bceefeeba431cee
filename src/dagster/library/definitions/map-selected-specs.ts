/**
 * `definitions.map_asset_specs(func=…, selection=…)`: specs that the selection takes are mapped, the others stay. Which those are is
 * asked of the definitions themselves; a spec of which it is not sure keeps its key and loses what the function might change.
 */
import type { CallContext } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { specsOf } from "../assets/assets-definition.ts";
import { mapSpec, mapSpecs, withSpecs } from "../assets/rewrite-specs.ts";
import { distribute, isObject } from "../construct.ts";
import { coerceToSelection } from "../jobs/selection.ts";
import { resolveLocally, type Selects } from "./resolve-locally.ts";

export interface Mapping {
  readonly items: readonly Value[];
  readonly fn: Value;
  /** None: all. */
  readonly selection: Value;
}

export function mapSelected({ items, fn, selection }: Mapping, context: CallContext): readonly Value[] {
  if (selection.kind === "none") return items.map((item) => distribute(item, (known) => mapWhole(known, fn, context)));
  const specs = items.flatMap(specsIn);
  const selects = resolveLocally(coerceToSelection(selection, context), specs);
  return items.map((item) => distribute(item, (known) => mapPart(known, { fn, selects, context })));
}

function mapWhole(item: Value, fn: Value, context: CallContext): Value {
  if (isObject(item, "dagster.AssetsDefinition")) return mapSpecs(item, fn, context);
  return isObject(item, "dagster.AssetSpec") ? mapSpec(item, fn, context) : item;
}

function specsIn(item: Value): readonly LibraryObject[] {
  if (isObject(item, "dagster.AssetSpec")) return [item];
  if (!isObject(item, "dagster.AssetsDefinition")) return [];
  return specsOf(item).items.filter((spec) => isObject(spec, "dagster.AssetSpec"));
}

interface Part {
  readonly fn: Value;
  readonly selects: Selects;
  readonly context: CallContext;
}

function mapPart(item: Value, part: Part): Value {
  if (isObject(item, "dagster.AssetSpec")) return mapOne(item, part);
  if (!isObject(item, "dagster.AssetsDefinition")) return item;
  return withSpecs(
    item,
    specsOf(item).items.map((spec) => (isObject(spec, "dagster.AssetSpec") ? mapOne(spec, part) : spec)),
  );
}

function mapOne(spec: LibraryObject, { fn, selects, context }: Part): Value {
  const verdict = selects(spec.fields.get("key") ?? NONE);
  if (verdict === "no") return spec;
  if (verdict === "yes") return mapSpec(spec, fn, context);
  return mapSpec(
    spec,
    context.interpreter.unknown("runtime-input", "whether the selection takes this asset is not known", context.at),
    context,
  );
}
