/** The elements of a list argument as they are written, each with the value it gave: `deps=[orders, "customers", AssetKey([…])]`. */
import type { TextEdit } from "../../base/text-edit.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type KeyPath, keyId, readAssetKey } from "../../dagster/model/asset-key.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import { type Delimited, removeItem } from "../text/delimited.ts";

export interface WrittenElements {
  readonly list: Delimited;
  readonly elements: readonly { readonly expression: Expression; readonly value: Value }[];
  readonly isTuple: boolean;
}

/** `undefined` when the argument is no display in which every element is written by itself. */
export function writtenElements(argument: ArgumentValue | undefined, expression: Expression | undefined): WrittenElements | undefined {
  const value = argument?.value;
  if (expression?.kind !== "list" && expression?.kind !== "tuple" && expression?.kind !== "set") return undefined;
  const values =
    value?.kind === "list" || value?.kind === "tuple" ? value.items : value?.kind === "set" ? [...value.items.values()] : undefined;
  if (!values || values.length !== expression.items.length || expression.items.some(({ kind }) => kind === "starred")) return undefined;
  const items = expression.items.map((item) => ({ start: outerStart(item), end: outerEnd(item) }));
  const span = expression.kind === "tuple" && expression.parentheses ? expression.parentheses : expression;
  return {
    list: { start: span.start, end: span.end, items },
    elements: expression.items.flatMap((item, index) => {
      const given = values[index];
      return given ? [{ expression: item, value: given }] : [];
    }),
    isTuple: expression.kind === "tuple",
  };
}

/** The element at `index` taken out; what is left of a pair stays a tuple. */
export function removeElement(text: string, { list, isTuple }: WrittenElements, index: number): readonly TextEdit[] {
  const edit = removeItem(text, list, index);
  if (!edit) return [];
  const left = list.items[1 - index];
  if (!isTuple || list.items.length !== 2 || !left) return [edit];
  if (edit.start === left.end) return [{ ...edit, text: "," }];
  const hasComma = /^\s*,/.test(text.slice(left.end, list.end));
  return hasComma ? [edit] : [edit, { start: left.end, end: left.end, text: "," }];
}

/** The keys that Dagster takes an element for. */
export function keysOfElement(value: Value, location: LoadedLocation): readonly KeyPath[] {
  switch (value.kind) {
    case "str":
      return [[value.value]];
    case "list":
    case "tuple":
      return value.items.every((item) => item.kind === "str") ? [value.items.map((item) => (item.kind === "str" ? item.value : ""))] : [];
    case "object":
      return keysOfObject(value, location);
    default:
      return [];
  }
}

function keysOfObject(object: LibraryObject, location: LoadedLocation): readonly KeyPath[] {
  const own = object.type === "dagster.AssetKey" ? object : (object.fields.get("asset_key") ?? object.fields.get("key"));
  if (own) {
    const key = readAssetKey(own);
    return key.known ? [key.value] : [];
  }
  const specs = object.fields.get("specs");
  return specs?.kind === "list" ? specs.items.flatMap((spec) => keysOfElement(spec, location)) : [];
}

export function isSameKey(left: KeyPath, right: KeyPath): boolean {
  return keyId(left) === keyId(right);
}
