/**
 * INI files as Python's configparser reads them: sections, `key = value` or `key: value`, continuation lines by indentation, `#` and `;` comments on
 * lines of their own. Keys are lower case, values strings without the spaces around them; what stands before a section is left out.
 */
import type { FormatEntry, FormatMapping, FormatScalar } from "./format-node.ts";

type Text = FormatScalar & { readonly type: "str" };

interface Section {
  readonly name: Text;
  readonly entries: Map<string, { readonly key: Text; value: Text }>;
}

/** A mapping of mappings, in the order of the file; a section that is written twice is one. Never throws. */
export function parseIni(text: string): FormatMapping {
  const sections = new Map<string, Section>();
  let section: Section | undefined;
  let key: string | undefined;
  for (const { line, start } of linesOf(text)) {
    if (/^\s*([#;]|$)/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    const before = key === undefined ? undefined : section?.entries.get(key);
    if (header !== undefined) {
      section = sections.get(header) ?? { name: textAt(header, start + 1), entries: new Map() };
      sections.set(header, section);
      key = undefined;
    } else if (before && /^\s/.test(line)) {
      const end = start + line.trimEnd().length;
      before.value = { ...before.value, value: `${before.value.value}\n${line.trim()}`, span: { start: before.value.span.start, end } };
    } else if (section) {
      key = addOption(section, line, start);
    }
  }
  const entries = [...sections.values()].map(
    ({ name, entries: own }): FormatEntry => ({ key: name, value: mappingOf([...own.values()], name) }),
  );
  return { kind: "mapping", span: { start: 0, end: text.length }, entries };
}

/** The name of the option that the line sets. */
function addOption({ entries }: Section, line: string, start: number): string | undefined {
  const [, margin = "", name = "", gap = "", mark = "", value = ""] = /^(\s*)([^=:]+?)(\s*)(?:([=:]\s*)(.*?)\s*)?$/.exec(line) ?? [];
  if (name === "") return undefined;
  const key = name.toLowerCase();
  const at = start + margin.length;
  entries.set(key, { key: { ...textAt(name, at), value: key }, value: textAt(value, at + name.length + gap.length + mark.length) });
  return key;
}

function textAt(value: string, start: number): Text {
  return { kind: "scalar", type: "str", value, span: { start, end: start + value.length } };
}

function mappingOf(entries: readonly FormatEntry[], { span }: Text): FormatMapping {
  return { kind: "mapping", span, entries };
}

function linesOf(text: string): readonly { readonly line: string; readonly start: number }[] {
  return [...text.matchAll(/(.*)(\r\n|\r|\n|$)/g)].map((match) => ({ line: match[1] ?? "", start: match.index }));
}
