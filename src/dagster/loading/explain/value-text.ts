/** A Python value in a few words, for saying what something was and became: never more than one short line, never a secret's place to be. */
import type { Value } from "../../../python/value.ts";
import { readAssetKey, toUserString } from "../../model/asset-key.ts";
import { readPlain } from "../../model/plain-value.ts";
import { masked } from "../document/resource-document.ts";

const LIMIT = 100;
const SHOWN_ITEMS = 4;

/** Null for None and for what is empty. `name` is what it stands under: a text under the name of a secret is masked. */
export function valueText(value: Value | undefined, name: string): string | null {
  const text = textOf(value, name);
  return text !== null && text.length > LIMIT ? `${text.slice(0, LIMIT - 1)}…` : text;
}

function textOf(value: Value | undefined, name: string): string | null {
  if (value === undefined || value.kind === "none") return null;
  switch (value.kind) {
    case "str":
      return value.value === "" ? null : String(masked(name, value.value));
    case "list":
    case "tuple":
      return listText(value.items, name);
    case "set":
      return listText([...value.items.values()], name);
    case "dict": {
      const entries = [...value.entries.values()].map(({ key, value: item }) => {
        const label = textOf(key, name) ?? "";
        return `${label}: ${textOf(item, label) ?? "None"}`;
      });
      return entries.length === 0 ? null : joined(entries);
    }
    case "object":
      return objectText(value);
    case "unknown":
    case "one-of":
      return "not known";
    case "instance":
      return value.class.name;
    case "function":
    case "native":
      return value.name;
    default: {
      const plain = readPlain(value);
      return plain.known && typeof plain.value !== "object" ? String(plain.value) : value.kind;
    }
  }
}

function objectText(object: Extract<Value, { kind: "object" }>): string {
  const key = readAssetKey(object.fields.get("asset_key") ?? object);
  if (key.known) return toUserString(key.value);
  const named = ["label", "name", "value"].map((field) => object.fields.get(field)).find((field) => field?.kind === "str");
  if (named?.kind === "str") return named.value;
  return object.type.slice(object.type.lastIndexOf(".") + 1);
}

function listText(items: readonly Value[], name: string): string | null {
  return items.length === 0 ? null : joined(items.map((item) => textOf(item, name) ?? "None"));
}

function joined(texts: readonly string[]): string {
  const more = texts.length > SHOWN_ITEMS ? `, and ${texts.length - SHOWN_ITEMS} more` : "";
  return `${texts.slice(0, SHOWN_ITEMS).join(", ")}${more}`;
}
