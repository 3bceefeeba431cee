/** `urllib.parse`: URLs as their parts, and text quoted for them. */
import { argumentOf, selfOf, textOf, unknownIn } from "../builtins/arguments.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { str, tuple } from "../make-value.ts";
import type { Value } from "../value.ts";
import type { LibraryPart } from "./part.ts";

const SPLIT = /^(?:([a-zA-Z][\w+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

function onText(use: (text: string) => Value): SymbolModel {
  return (context) => {
    const text = textOf(context.args, 0);
    return text === undefined ? unread(context) : use(text);
  };
}

function unread({ args, interpreter, at }: CallContext): Value {
  return unknownIn(args) ?? interpreter.unknown("unsupported", "this URL is not known", at);
}

/** With `params`, the part of the last path segment behind a semicolon; `urlsplit` leaves it in the path. */
function parts(text: string, withParams: boolean): Value {
  const [, scheme = "", netloc = "", whole = "", query = "", fragment = ""] = SPLIT.exec(text) ?? [];
  const semicolon = withParams ? whole.indexOf(";", whole.lastIndexOf("/") + 1) : -1;
  const [path, params] = semicolon < 0 ? [whole, ""] : [whole.slice(0, semicolon), whole.slice(semicolon + 1)];
  const names = ["scheme", "netloc", "path", ...(withParams ? ["params"] : []), "query", "fragment"];
  const values = [scheme.toLowerCase(), netloc, path, ...(withParams ? [params] : []), query, fragment];
  return { ...tuple(values.map((value) => str(value))), names };
}

/** Percent signs for all but letters, digits, `_.-~` and what is safe. */
function quote(text: string, safe: string): string {
  const encode = (character: string): string =>
    Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
  return [...text].map((character) => (/[\w.~-]/.test(character) || safe.includes(character) ? character : encode(character))).join("");
}

function unquote(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const quoted: SymbolModel = (context) => {
  const [text, safe] = [selfOf(context), argumentOf(context.args, 1, "safe")];
  return text.kind === "str" ? str(quote(text.value, safe?.kind === "str" ? safe.value : "/"), text.assumes) : unread(context);
};

export const URLS: LibraryPart = {
  symbols: {
    "urllib.parse.urlparse": onText((text) => parts(text, true)),
    "urllib.parse.urlsplit": onText((text) => parts(text, false)),
    "urllib.parse.quote": quoted,
    "urllib.parse.unquote": onText((text) => str(unquote(text))),
  },
};
