/**
 * `post_processing` of a component: attributes that specs get after the component has built them, selected by a target.
 * `merge` adds to tags and metadata and replaces the rest, `replace` replaces all. Source: `apply_post_processor_to_spec`.
 */
import type { CallContext } from "../../python/library.ts";
import { dict, entryOf, list, NONE, native } from "../../python/make-value.ts";
import type { DictValue, Value } from "../../python/value.ts";
import { copy, derive, isObject } from "../library/construct.ts";
import { mapSelected } from "../library/definitions/map-selected-specs.ts";
import type { SelectionPayload } from "../model/small-payloads.ts";
import { assetAttributes } from "./resolve/core-models.ts";
import { withKeywords } from "./resolve/keywords.ts";
import { type Resolution, withScope } from "./template/resolution.ts";
import { refuseComponent } from "./tree/component-refusals.ts";

const MERGED: ReadonlySet<string> = new Set(["metadata", "tags"]);

/** `processing` is what the YAML holds. */
export function postProcess(definitions: Value, processing: Value, resolution: Resolution): Value {
  const unknown =
    processing.kind === "dict"
      ? [...processing.entries.values()].find(({ key }) => key.kind === "str" && key.value !== "assets")
      : undefined;
  if (unknown?.key.kind === "str")
    refuseComponent(
      { ...resolution.context, at: unknown.key.origin ?? resolution.context.at },
      { kind: "wrong-attribute", problem: `\`${unknown.key.value}\` is no attribute of \`post_processing\`` },
    );
  const processors = processing.kind === "dict" ? entryOf(processing, "assets") : undefined;
  if (processors?.kind !== "list") return definitions;
  return processors.items.reduce<Value>((current, processor) => applyProcessor(current, processor, resolution), definitions);
}

function applyProcessor(definitions: Value, processor: Value, resolution: Resolution): Value {
  const { context } = resolution;
  if (processor.kind !== "dict" || !isObject(definitions, "dagster.Definitions")) return definitions;
  const assets = definitions.fields.get("assets");
  if (assets?.kind !== "list" && assets?.kind !== "tuple") return definitions;
  const fn = native("post_processing", (inner) => processSpec(inner.args.positional[0]?.value ?? NONE, processor, { resolution, context }));
  const items = mapSelected({ items: assets.items, fn, selection: targetOf(processor, resolution) }, context);
  return copy(definitions, { assets: list(items, assets.gap) });
}

/** None for all, as `target: "*"` says. Sources count among what is selected. */
function targetOf(processor: DictValue, { context }: Resolution): Value {
  const target = entryOf(processor, "target");
  if (target?.kind !== "str" || target.value === "*") return NONE;
  const at = target.origin ?? context.at;
  const payload: SelectionPayload = { kind: "selection", selection: { kind: "string", text: target.value, includeSources: true, at } };
  return derive("dagster.AssetSelection", {}, at, { payload });
}

function processSpec(spec: Value, processor: DictValue, { resolution, context }: { resolution: Resolution; context: CallContext }): Value {
  const given = entryOf(processor, "attributes") ?? dict([]);
  const attributes = assetAttributes(given, withScope(resolution, [["asset", spec]]));
  if (attributes.kind === "unknown") context.interpreter.refuse(attributes);
  if (attributes.kind !== "dict") return attributes;
  const operation = entryOf(processor, "operation");
  const merges = operation?.kind !== "str" || operation.value === "merge";
  const { interpreter, at } = context;
  const take = (isTaken: (name: string) => boolean) =>
    withKeywords(
      new Map(
        [...attributes.entries.values()].flatMap(({ key, value }) =>
          key.kind === "str" && isTaken(key.value) ? [[key.value, { value, at }] as const] : [],
        ),
      ),
    );
  const apply = (target: Value, method: string, args: ReturnType<typeof take>): Value =>
    args.keywords.size === 0 ? target : interpreter.call(interpreter.attribute(target, method, at), args, at);
  if (!merges)
    return apply(
      spec,
      "replace_attributes",
      take(() => true),
    );
  const merged = apply(
    spec,
    "merge_attributes",
    take((name) => MERGED.has(name)),
  );
  return apply(
    merged,
    "replace_attributes",
    take((name) => !MERGED.has(name)),
  );
}
