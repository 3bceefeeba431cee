/** Plain values as YAML text, for insertion into a file: as few quotes as every reader allows, block style with two blanks a level. */
import { resolvePlainScalar } from "./yaml-scalars.ts";

export type YamlValue = null | boolean | number | string | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** On one line: `[a, "1", {b: null}]`. */
export function renderFlow(value: YamlValue): string {
  if (isList(value)) return `[${value.map(renderFlow).join(", ")}]`;
  if (isMapping(value)) {
    const entries = Object.entries(value).map(([key, inner]) => `${renderScalar(key)}: ${renderFlow(inner)}`);
    return `{${entries.join(", ")}}`;
  }
  return renderScalar(value);
}

/** Lines without their indentation: `["- a: 1", "  b: 2"]`. An empty collection and a scalar are one line. */
export function renderBlock(value: YamlValue): string[] {
  if (isList(value) && value.length > 0)
    return value.flatMap((item) => renderBlock(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)));
  if (isMapping(value) && Object.keys(value).length > 0) return Object.entries(value).flatMap(([key, inner]) => renderEntry(key, inner));
  return [renderFlow(value)];
}

/** `key: value`, or the key with its block below it. */
export function renderEntry(key: string, value: YamlValue): string[] {
  const lines = renderBlock(value);
  return isBlock(value) ? [`${renderScalar(key)}:`, ...lines.map((line) => `  ${line}`)] : [`${renderScalar(key)}: ${lines.join("")}`];
}

/** True for collections that need lines of their own. */
export function isBlock(value: YamlValue): boolean {
  if (isList(value)) return value.length > 0;
  return isMapping(value) && Object.keys(value).length > 0;
}

/** With `quote`, a string takes that quote where it can. */
export function renderScalar(value: null | boolean | number | string, quote?: "'" | '"'): string {
  if (typeof value !== "string") return String(value);
  if (quote === "'" && !/[\p{Cc}\u2028\u2029]/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return quote === undefined && isPlain(value) ? value : JSON.stringify(value);
}

/** Every reader takes it for a string, inside brackets as well. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}\p{N}_./][\p{L}\p{N}_./ @+:%*-]*$/u.test(text) || /:(?: |$)| $/.test(text)) return false;
  return (["pyyaml", "core"] as const).every((reading) => resolvePlainScalar(text, reading).type === "str");
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMapping(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
