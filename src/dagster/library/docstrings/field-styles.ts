/** Styles that write fields: reStructuredText (`:returns: …`) and Epydoc (`@return: …`). Source: docstring_parser 0.18, `rest.py`, `epydoc.py`. */
import { cleanDocstring, cleanTail, type ParsedDocstring } from "./clean-docstring.ts";

const PARAMETERS: ReadonlySet<string> = new Set(["param", "parameter", "arg", "argument", "attribute", "key", "keyword"]);
const RAISES: ReadonlySet<string> = new Set(["raises", "raise", "except", "exception"]);
const RETURNS: ReadonlySet<string> = new Set(["return", "returns", "yield", "yields"]);

/** `undefined` where the parser refuses the text. */
export function parseRestStyle(docstring: string): ParsedDocstring | undefined {
  let elements = 0;
  let returns: string | null | undefined;
  let hasReturnTypes = 0;
  for (const [chunk] of fieldsFrom(cleanDocstring(docstring), /^:[\s\S]*?(?=^:|(?![\s\S]))/gm)) {
    const body = chunk.replace(/^:+/, "");
    const colon = body.indexOf(":");
    if (colon < 0) return undefined;
    const args = body.slice(0, colon).split(/\s+/).filter(Boolean);
    const [key = ""] = args;
    if (key === "type" && args.length === 2) continue;
    if (key === "rtype" && args.length <= 2) {
      hasReturnTypes += 1;
      continue;
    }
    const fits = PARAMETERS.has(key) ? args.length === 2 || args.length === 3 : !(RETURNS.has(key) || RAISES.has(key)) || args.length <= 2;
    if (!fits || key === "") return undefined;
    elements += 1;
    if (RETURNS.has(key)) returns ??= cleanTail(body.slice(colon + 1).trim());
  }
  if (returns === undefined && hasReturnTypes > 0) return { elements: elements + hasReturnTypes, returns: null };
  return returns === undefined ? { elements } : { elements, returns };
}

function fieldsFrom(text: string, field: RegExp): Iterable<RegExpMatchArray> {
  return text.matchAll(field);
}

const NAMED = /(param|keyword|type|ivar|cvar|var)\s+([_A-z][_A-z0-9]*\??):/;
const RAISED = /raise(?:\s+[_A-z][_A-z0-9]*\??)?:/;
const RETURNED = /(return|rtype|yield|ytype):/;
const OTHER = /([_A-z][_A-z0-9]+)(?:(?:\s+[_A-z][_A-z0-9]*\??)*):/;
const KEYWORDS: ReadonlySet<string> = new Set(["param", "ivar", "cvar", "var", "keyword", "type", "return", "rtype", "yield", "ytype"]);

/** `undefined` where the parser refuses the text. */
export function parseEpydocStyle(docstring: string): ParsedDocstring | undefined {
  const named = new Set<string>();
  let others = 0;
  let returns: string | null | undefined;
  for (const [chunk] of fieldsFrom(cleanDocstring(docstring), /^@[\s\S]*?(?=^@|(?![\s\S]))/gm)) {
    const name = NAMED.exec(chunk);
    if (name) {
      named.add(name[2] ?? "");
      continue;
    }
    const returned = RAISED.test(chunk) ? undefined : RETURNED.exec(chunk);
    if (returned) {
      const isType = returned[1]?.includes("type");
      const text = cleanTail(chunk.slice(returned.index + returned[0].length).trim());
      returns = isType ? (returns ?? null) : text;
      continue;
    }
    const other = RAISED.test(chunk) ? undefined : OTHER.exec(chunk);
    if (!RAISED.test(chunk) && (!other || KEYWORDS.has(other[1] ?? ""))) return undefined;
    others += 1;
  }
  const elements = named.size + others + (returns === undefined ? 0 : 1);
  return returns === undefined ? { elements } : { elements, returns };
}
