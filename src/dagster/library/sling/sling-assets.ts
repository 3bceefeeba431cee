/**
 * `@sling_assets`: one asset for each stream of a Sling replication, which is a YAML file of the repository or a dict. A wildcard is a stream
 * like any other to Dagster: it is one asset. Source: `dagster_sling/asset_decorator.py`.
 */

import { md5 } from "../../../base/hash/md5.ts";
import { parseYaml } from "../../../formats/yaml.ts";
import { namesTheRoot } from "../../../python/files/virtual-path.ts";
import type { CallContext } from "../../../python/library.ts";
import { dict, iterator, list, NONE, native, str, strDict, TRUE } from "../../../python/make-value.ts";
import { valueOfNode } from "../../../python/stdlib/filesystem/document-formats.ts";
import type { DictValue, LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { copy, isEmpty, isObject, orElse } from "../construct.ts";
import { pathInRepository } from "../definitions/defs-paths.ts";
import { type FunctionSignature, signatureOfFunction } from "../function-signature.ts";
import { argument, callMethod, getEntry, keywords } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { defaultTranslator } from "./sling-translator.ts";

/** The replication as a dict: what it was given, or what the file holds. */
function replicationOf(given: Value, context: CallContext): DictValue | Unknown {
  const { interpreter, at } = context;
  if (given.kind === "dict") return given;
  if (given.kind === "unknown") return given;
  const path = pathInRepository(given, context);
  if (path === undefined) return interpreter.unknown("runtime-input", "which replication this is, is not known", at);
  const text = interpreter.readText(path, at);
  if (typeof text !== "string") return text;
  const { root, problems } = parseYaml(text, "dagster");
  const refused = problems.find(({ severity }) => severity === "error");
  if (refused)
    return interpreter.unknown("runtime-input", `the replication cannot be read: ${refused.message}`, {
      path,
      start: refused.span.start,
      end: refused.span.end,
    });
  const value = root && valueOfNode(root, path);
  return value?.kind === "dict" ? value : dict([]);
}

/** `{"name": …, "config": …}` of each stream that is not disabled. */
function streamsOf(replication: Value, context: CallContext): readonly DictValue[] {
  const streams = getEntry(replication, "streams");
  if (streams.kind !== "dict") return [];
  return [...streams.entries.values()].flatMap(({ key, value }) => {
    if (context.interpreter.truth(getEntry(value, "disabled")) === "yes") return [];
    return [
      strDict([
        ["name", key],
        ["config", value],
      ]),
    ];
  });
}

/** Streams with Dagster's metadata from the `defaults`. */
function streamsWithDefaults(replication: DictValue, context: CallContext): readonly DictValue[] {
  const streams = streamsOf(replication, context);
  const defaults = getEntry(getEntry(getEntry(replication, "defaults"), "meta"), "dagster");
  if (isEmpty(defaults)) return streams;
  return streams.map((stream) => mergeDicts(stream, strDict([["config", withDefaults(getEntry(stream, "config"), defaults)]])));
}

function withDefaults(config: Value, defaults: Value): Value {
  const meta = deepMerge(strDict([["dagster", defaults]]), getEntry(config, "meta"));
  return mergeDicts(config, strDict([["meta", meta]]));
}

/** `right` over `left`, mappings within mappings too. */
function deepMerge(left: Value, right: Value): Value {
  if (right.kind === "none") return left;
  if (left.kind !== "dict" || right.kind !== "dict") return right;
  const merged = [...right.entries].map(([hash, { key, value }]) => {
    const before = left.entries.get(hash)?.value;
    return [key, before ? deepMerge(before, value) : value] as const;
  });
  return mergeDicts(left, dict(merged, right.gap));
}

/** How a stream becomes a spec. */
export type Translate = (stream: Value) => Value;

/** A list of the specs of all streams; it is incomplete when the replication is not known. */
export function slingSpecs(
  given: Value,
  translate: Translate,
  extra: { readonly translator: Value; readonly partitions: Value },
  context: CallContext,
): Value {
  const replication = replicationOf(given, context);
  if (replication.kind === "unknown") return list([], replication);
  const text = context.interpreter.toStr(replication, context.at);
  const codeVersion = codeVersionOf(text, context);
  const added = strDict([
    ["dagster_sling/dagster_sling_translator", extra.translator],
    ["dagster_sling/sling_replication_config", replication],
  ]);
  return list(
    streamsWithDefaults(replication, context).map((stream) =>
      finish(translate(stream), { added, codeVersion, partitions: extra.partitions }),
    ),
    gapOfStreams(replication),
  );
}

/** Why there may be more streams than are listed. */
function gapOfStreams(replication: DictValue): Unknown | undefined {
  const streams = getEntry(replication, "streams");
  return replication.gap ?? (streams.kind === "dict" ? streams.gap : streams.kind === "unknown" ? streams : undefined);
}

/** The hash of the replication as Python prints it; paths of the machine that it is on may be in there. */
function codeVersionOf(text: Value, { interpreter, at }: CallContext): Value {
  if (text.kind !== "str") return text;
  if (namesTheRoot(text.value))
    return interpreter.unknown("runtime-input", "the replication names the folder that the project lies in", at);
  return str(md5(text.value), text.assumes);
}

interface Finishing {
  readonly added: DictValue;
  readonly codeVersion: Value;
  readonly partitions: Value;
}

function finish(spec: Value, { added, codeVersion, partitions }: Finishing): Value {
  if (!isObject(spec, "dagster.AssetSpec")) return spec;
  const own = (name: string): Value => spec.fields.get(name) ?? NONE;
  return copy(spec, {
    metadata: mergeDicts(own("metadata"), added),
    code_version: own("code_version").kind === "none" ? codeVersion : own("code_version"),
    partitions_def: orElse(partitions, own("partitions_def")),
    skippable: TRUE,
  });
}

export interface SlingParts {
  readonly specs: Value;
  readonly signature: FunctionSignature;
  readonly function?: Value;
  /** Those of `multi_asset` that are passed on. */
  readonly arguments: Readonly<Record<string, Value>>;
}

export function makeSlingAssets({ specs, signature, function: fn, arguments: given }: SlingParts, context: CallContext): LibraryObject {
  const args = keywords({ ...given, specs, can_subset: TRUE }, context.at);
  const bound = bind("dagster.multi_asset", { ...context, args });
  return makeMultiAsset({ bound, signature, ...(fn && { function: fn }), definition: "sling_assets", execution: "materialization" });
}

const PASSED_ON = ["name", "partitions_def", "backfill_policy", "op_tags", "pool"];

/** By position too: `get_sling_asset_specs(replication_config, translator, partitions_def)`, which the decorator itself calls. */
function specsOf(context: CallContext): Value {
  const translator = orElse(argument(context, "dagster_sling_translator", 1), defaultTranslator(context));
  const translate: Translate = (stream) => callMethod(translator, "get_asset_spec", stream, context);
  const extra = { translator, partitions: argument(context, "partitions_def", 2) };
  return slingSpecs(argument(context, "replication_config", 0), translate, extra, context);
}

function replicationStreams(context: CallContext): Value {
  const replication = argument(context, "replication_config", 0);
  if (replication.kind === "unknown") return replication;
  return iterator(streamsOf(replication, context), replication.kind === "dict" ? gapOfStreams(replication) : undefined);
}

function slingAssets(context: CallContext): Value {
  const specs = specsOf(context);
  return native("dagster_sling.sling_assets", (inner) => {
    const fn = inner.args.positional[0]?.value ?? NONE;
    const passed = Object.fromEntries(PASSED_ON.map((name) => [name, argument(context, name)]));
    return makeSlingAssets(
      { specs, signature: signatureOfFunction(fn, context.interpreter, context.at), function: fn, arguments: passed },
      context,
    );
  });
}

export const slingAssetsModels: Models = {
  symbols: {
    "dagster_sling.sling_assets": slingAssets,
    "dagster_sling.get_sling_asset_specs": specsOf,
    "dagster_sling.get_streams_from_replication": replicationStreams,
    "dagster_sling.validate_replication": (context) => replicationOf(argument(context, "replication", 0), context),
  },
};
