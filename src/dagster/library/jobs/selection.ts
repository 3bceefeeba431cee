/** `AssetSelection`: its constructors, methods and operators, and everything that Dagster takes for a selection. */

import type { CallContext, MethodModel, SymbolModel } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { fromUserString, type KeyPath, readAssetKey } from "../../model/asset-key.ts";
import { payloadOf } from "../../model/payload.ts";
import type { SelectionExpression } from "../../model/selection-expression.ts";
import type { SelectionPayload } from "../../model/small-payloads.ts";
import { coerceToAssetKey } from "../assets/asset-key.ts";
import { specsOf } from "../assets/assets-definition.ts";
import { construct, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { isPlain, refuseDefinition } from "../refusal.ts";
import { type Bound, bind } from "../signature.ts";
import { selectionText } from "./selection-text.ts";

const SELECTION = "dagster.AssetSelection";

function make(selection: SelectionExpression, context: CallContext): LibraryObject {
  return construct(SELECTION, {}, context, { kind: "selection", selection } satisfies SelectionPayload);
}

function selectionOf(value: Value): SelectionExpression | undefined {
  return payloadOf(value, "selection")?.selection;
}

function unknown(value: Value, context: CallContext): SelectionExpression {
  const gap =
    value.kind === "unknown"
      ? value
      : context.interpreter.unknown(
          value.kind === "one-of" ? value.condition.reason : "runtime-input",
          "a part of the selection is not known",
          context.at,
        );
  return { kind: "unknown", gap };
}

function union(operands: readonly SelectionExpression[]): SelectionExpression {
  const [only] = operands;
  if (only && operands.length === 1) return only;
  return { kind: "or", operands: operands.flatMap((operand) => (operand.kind === "or" ? operand.operands : [operand])) };
}

/** Keys of definitions, specs and coercibles: known ones in one node, each unknown beside it. Strings are user strings. */
function keySelection(values: readonly Value[], context: CallContext, gap?: Unknown): SelectionExpression {
  const keys: KeyPath[] = [];
  const others: SelectionExpression[] = gap ? [{ kind: "unknown", gap }] : [];
  for (const value of values.flatMap((item) => keyValues(item))) {
    if (value.kind === "str") {
      keys.push(fromUserString(value.value));
      continue;
    }
    const key = readAssetKey(coerceToAssetKey(value, context));
    if (key.known) keys.push(key.value);
    else others.push({ kind: "unknown", gap: key.gap });
  }
  const known: SelectionExpression = { kind: "keys", keys, at: context.at };
  return others.length === 0 ? known : union([known, ...others]);
}

/** A definition stands for all of its keys. */
function keyValues(value: Value): readonly Value[] {
  if (!isObject(value, "dagster.AssetsDefinition", "dagster.AssetChecksDefinition")) return [value];
  const specs = specsOf(value);
  const keys = specs.items.map((spec) => (isObject(spec, "dagster.AssetSpec") ? (spec.fields.get("key") ?? NONE) : spec));
  return specs.gap ? [...keys, specs.gap] : keys;
}

/** `AssetSelection.from_coercible`: a selection, a string of the language, or a sequence of strings, keys or definitions. */
export function coerceToSelection(value: Value, context: CallContext): SelectionExpression {
  const selection = selectionOf(value);
  if (selection) return selection;
  if (value.kind === "str") return { kind: "string", text: value.value, includeSources: false, at: value.origin ?? context.at };
  if (value.kind === "unknown" || value.kind === "one-of") return unknown(value, context);
  if (isObject(value, "dagster.AssetsDefinition", "dagster.SourceAsset", "dagster.AssetSpec", "dagster.AssetKey"))
    return keySelection([value], context);
  const { items, gap } = context.interpreter.iterate(value, context.at);
  const rest: SelectionExpression[] = gap ? [{ kind: "unknown", gap }] : [];
  const strings = items.filter((item) => item.kind === "str");
  if (strings.length > 0 && strings.length === items.length)
    return union([...strings.map((item) => coerceToSelection(item, context)), ...rest]);
  const others = items.filter((item) => item.kind !== "str");
  const nested = others.map(selectionOf).filter((item) => item !== undefined);
  const keyed = others.filter((item) => selectionOf(item) === undefined);
  return union([
    ...strings.map((item) => coerceToSelection(item, context)),
    ...nested,
    ...(keyed.length > 0 || items.length === 0 ? [keySelection(keyed, context)] : []),
    ...rest,
  ]);
}

function flag(value: Value): boolean {
  return value.kind === "bool" && value.value;
}

function values(bound: Bound): readonly Value[] {
  return bound.rest.map((argument) => argument.value);
}

/** A node from str arguments, or the gap that one of them is. */
function fromStrings(
  arguments_: readonly Value[],
  build: (texts: readonly string[]) => SelectionExpression,
  context: CallContext,
): SelectionExpression {
  const texts: string[] = [];
  for (const value of arguments_) {
    if (value.kind !== "str") return unknown(value, context);
    texts.push(value.value);
  }
  return build(texts);
}

function nullable(value: Value, build: (text: string | null) => SelectionExpression, context: CallContext): SelectionExpression {
  if (value.kind === "none") return build(null);
  return value.kind === "str" ? build(value.value) : unknown(value, context);
}

function keyPrefixes(bound: Bound): SelectionExpression {
  const { context } = bound;
  const includeSources = flag(bound.value("include_sources"));
  const prefixes: KeyPath[] = [];
  for (const value of values(bound)) {
    const key = readAssetKey(coerceToAssetKey(value, context));
    if (!key.known) return { kind: "unknown", gap: key.gap };
    prefixes.push(key.value);
  }
  return { kind: "key-prefixes", prefixes, includeSources };
}

/** Check keys of definitions and `AssetCheckKey`s. */
function checks(bound: Bound): SelectionExpression {
  const { context } = bound;
  const found: { readonly asset: KeyPath; readonly name: string }[] = [];
  for (const value of values(bound)) {
    const keys = isObject(value, "dagster.AssetCheckKey")
      ? [value]
      : context.interpreter.iterate(context.interpreter.attribute(value, "check_keys", context.at), context.at).items;
    for (const key of keys) {
      const [asset, name] =
        key.kind === "object" ? [readAssetKey(key.fields.get("asset_key") ?? NONE), key.fields.get("name")] : [undefined, undefined];
      if (!asset?.known || name?.kind !== "str") return unknown(key, context);
      found.push({ asset: asset.value, name: name.value });
    }
  }
  return { kind: "check-keys", checks: found };
}

function checksForAssets(bound: Bound): SelectionExpression {
  const selection = keySelection(values(bound), bound.context);
  return selection.kind === "keys" ? { kind: "checks-for-keys", keys: selection.keys } : selection;
}

function tagString(bound: Bound): SelectionExpression {
  const includeSources = flag(bound.value("include_sources"));
  return fromStrings(
    [bound.value("string")],
    ([text = ""]) => {
      if (text.split("=").length > 2)
        refuseDefinition(bound.context, "CheckError", `Invalid tag selection string: ${text}. Must have no more than one '='.`);
      const equals = text.indexOf("=");
      const [key, value] = equals < 0 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
      return { kind: "tag", key, value, includeSources };
    },
    bound.context,
  );
}

const STATIC: Readonly<Record<string, (bound: Bound) => SelectionExpression>> = {
  all: (bound) => ({ kind: "all", includeSources: flag(bound.value("include_sources")) }),
  all_asset_checks: () => ({ kind: "all-checks" }),
  assets: (bound) => keySelection(values(bound), bound.context, bound.gap),
  keys: (bound) => keySelection(values(bound), bound.context, bound.gap),
  key_prefixes: keyPrefixes,
  key_substring: (bound) =>
    fromStrings(
      [bound.value("key_substring")],
      ([substring = ""]) => ({ kind: "key-substring", substring, includeSources: flag(bound.value("include_sources")) }),
      bound.context,
    ),
  groups: (bound) => {
    const includeSources = flag(bound.value("include_sources"));
    const known = fromStrings(values(bound), (groups) => ({ kind: "groups", groups, includeSources }), bound.context);
    return bound.gap ? union([known, { kind: "unknown", gap: bound.gap }]) : known;
  },
  tag: (bound) =>
    fromStrings(
      [bound.value("key"), bound.value("value")],
      ([key = "", value = ""]) => ({ kind: "tag", key, value, includeSources: flag(bound.value("include_sources")) }),
      bound.context,
    ),
  tag_string: tagString,
  kind: (bound) =>
    nullable(bound.value("kind"), (name) => ({ kind: "kind", name, includeSources: flag(bound.value("include_sources")) }), bound.context),
  owner: (bound) => nullable(bound.value("owner"), (owner) => ({ kind: "owner", owner }), bound.context),
  checks,
  checks_for_assets: checksForAssets,
  from_string: (bound) =>
    fromStrings(
      [bound.value("string")],
      ([text = ""]) => ({ kind: "string", text, includeSources: flag(bound.value("include_sources")), at: bound.context.at }),
      bound.context,
    ),
  from_coercible: (bound) => coerceToSelection(bound.value("selection"), bound.context),
};

function staticModel(name: string, build: (bound: Bound) => SelectionExpression): readonly [string, SymbolModel] {
  return [`${SELECTION}.${name}`, (context) => make(build(bind(`${SELECTION}.${name}`, context)), context)];
}

function child(self: Value, context: CallContext): SelectionExpression {
  return selectionOf(self) ?? unknown(self, context);
}

function chained(kind: "sinks" | "roots" | "required-neighbors" | "materializable" | "upstream-sources"): MethodModel {
  return (self, context) => make({ kind, child: child(self, context) }, context);
}

function traversal(kind: "downstream" | "upstream"): MethodModel {
  return (self, context) => {
    const { value } = bind(`${SELECTION}.${kind}`, context);
    const [depth, includeSelf] = [value("depth"), value("include_self")];
    if (depth.kind !== "none" && depth.kind !== "int") return make(unknown(depth, context), context);
    if (includeSelf.kind !== "bool") return make(unknown(includeSelf, context), context);
    return make(
      { kind, child: child(self, context), depth: depth.kind === "int" ? Number(depth.value) : null, includeSelf: includeSelf.value },
      context,
    );
  };
}

const methods: Readonly<Record<string, MethodModel>> = {
  downstream: traversal("downstream"),
  upstream: traversal("upstream"),
  sinks: chained("sinks"),
  roots: chained("roots"),
  sources: chained("roots"),
  required_multi_asset_neighbors: chained("required-neighbors"),
  materializable: chained("materializable"),
  upstream_source_assets: chained("upstream-sources"),
  without_checks: (self, context) => make({ kind: "subtract", left: child(self, context), right: { kind: "all-checks" } }, context),
  to_selection_str: (self, context) => {
    const text = selectionText(child(self, context));
    return text === undefined ? context.interpreter.unknown("runtime-input", "the selection has no text", context.at) : str(text);
  },
};

function operator(symbol: string, left: Value, right: Value, context: CallContext): Value | undefined {
  refuseOperand(symbol, left, right, context);
  const [a, b] = [child(left, context), child(right, context)];
  const flat = (kind: "and" | "or"): SelectionExpression => ({
    kind,
    operands: [a, b].flatMap((side) => (side.kind === kind ? side.operands : [side])),
  });
  if (symbol === "|") return make(flat("or"), context);
  if (symbol === "&") return make(flat("and"), context);
  return symbol === "-" ? make({ kind: "subtract", left: a, right: b }, context) : undefined;
}

/** Source: `AssetSelection.__or__` and its kin; `+` is that of a tuple, which a selection is none of in any other way. */
function refuseOperand(symbol: string, left: Value, right: Value, context: CallContext): void {
  const isLeft = isSelection(left);
  const other = isLeft ? right : left;
  if (!["|", "&", "-"].includes(symbol) || !(isPlain(other) || isObject(other, ...NO_SELECTION))) return;
  const type = other.kind === "object" ? other.type.replace("dagster.", "") : other.kind;
  if (isLeft) refuseDefinition(context, "ParameterCheckError", `Param "other" is not a AssetSelection. Got a ${type}.`);
  else if (isSelection(right))
    refuseDefinition(context, "TypeError", `unsupported operand type(s) for ${symbol}: '${type}' and 'AssetSelection'`);
}

/** A selection itself, and not what Dagster takes in the place of one. */
function isSelection(value: Value): boolean {
  return isObject(value, SELECTION);
}

const NO_SELECTION = ["dagster.AssetsDefinition", "dagster.AssetKey", "dagster.AssetSpec", "dagster.SourceAsset"];

export const selectionModels: Models = {
  symbols: Object.fromEntries(Object.entries(STATIC).map(([name, build]) => staticModel(name, build))),
  types: { [SELECTION]: { methods, operator } },
};
