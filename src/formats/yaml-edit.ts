/**
 * Changes to a YAML file as minimal text edits: what is not named keeps its bytes, comments and quotes included. Every answer is
 * checked before it is given: the edited text, read again, holds exactly the wished-for value and nothing else has moved.
 * Where that cannot be had (an alias, a merged key, a shape not foreseen) the answer is undefined, and the caller proposes nothing.
 */
import type { Span } from "../base/span.ts";
import { applyEdits, type TextEdit } from "../base/text-edit.ts";
import { type FormatEntry, type FormatMapping, type FormatNode, type FormatPath, type FormatSequence, toPlain } from "./format-node.ts";
import { parseYaml } from "./yaml.ts";
import { isBlock, renderBlock, renderEntry, renderFlow, renderScalar, type YamlValue } from "./yaml-render.ts";

/** Gives the value at `path`, which is made where it is missing (missing parents as mappings; an index at the end of a sequence appends). */
export function setYamlValue(text: string, path: FormatPath, value: YamlValue): TextEdit[] | undefined {
  return checked(text, planSet(text, path, value), (plain) => withValue(plain, path, value));
}

/** Takes the value at `path` out, with its key. Comments above it stay. */
export function removeYamlValue(text: string, path: FormatPath): TextEdit[] | undefined {
  return checked(text, planRemove(text, path), (plain) => withoutValue(plain, path));
}

function checked(text: string, edit: TextEdit | undefined, change: (plain: unknown) => unknown): TextEdit[] | undefined {
  const before = parseYaml(text, "core");
  if (edit === undefined || before.root === undefined) return undefined;
  const after = parseYaml(applyEdits(text, [edit]), "core");
  if (after.root === undefined || after.problems.some(({ severity }) => severity === "error")) return undefined;
  return JSON.stringify(toPlain(after.root)) === JSON.stringify(change(toPlain(before.root))) ? [edit] : undefined;
}

type Collection = FormatMapping | FormatSequence;
type Place = { readonly parent: Collection; readonly step: string | number };

/** The nodes along `path` as far as they exist, the root first. */
function nodesAlong(text: string, path: FormatPath): (FormatNode | undefined)[] {
  const { root } = parseYaml(text, "core");
  const nodes: (FormatNode | undefined)[] = [root === undefined || root.span.end === root.span.start ? undefined : root];
  for (const step of path) {
    const parent = nodes.at(-1);
    const child =
      parent?.kind === "mapping" ? entryOf(parent, step)?.value : parent?.kind === "sequence" ? parent.items[Number(step)] : undefined;
    if (child === undefined) break;
    nodes.push(child);
  }
  return nodes;
}

function entryOf(mapping: FormatMapping, step: string | number): FormatEntry | undefined {
  return ownEntries(mapping).find(({ key }) => String(key.value) === String(step));
}

/** In the order of the text, without those that another mapping is merged for. */
function ownEntries({ span, entries }: FormatMapping): FormatEntry[] {
  const own = entries.filter(({ key }) => key.span.start >= span.start && key.span.end <= span.end);
  return own.sort((left, right) => left.key.span.start - right.key.span.start);
}

function isCollection(node: FormatNode | undefined): node is Collection {
  return node !== undefined && node.kind !== "scalar";
}

function isFlow(text: string, { span }: Collection): boolean {
  return text[span.start] === "[" || text[span.start] === "{";
}

function planSet(text: string, path: FormatPath, value: YamlValue): TextEdit | undefined {
  const nodes = nodesAlong(text, path);
  const missing = path.slice(nodes.length - 1);
  const place = placeOf(nodes, path, nodes.length - 2);
  const [step, ...below] = missing;
  if (step === undefined) return replaceValue(text, nodes.at(-1), place, value);
  const inner = below.reduceRight<YamlValue>((content, key) => (typeof key === "number" ? [content] : { [key]: content }), value);
  const parent = nodes.at(-1);
  if (isCollection(parent) && sizeOf(parent) > 0) return insertInto(text, parent, step, inner);
  const made: YamlValue = typeof step === "number" ? [inner] : { [step]: inner };
  if (parent === undefined) return { start: text.length, end: text.length, text: joinLines(text, renderBlock(made), "") };
  return replaceValue(text, parent, place, made);
}

function placeOf(nodes: readonly (FormatNode | undefined)[], path: FormatPath, index: number): Place | undefined {
  const parent = nodes[index];
  const step = path[index];
  return isCollection(parent) && step !== undefined ? { parent, step } : undefined;
}

function replaceValue(text: string, node: FormatNode | undefined, place: Place | undefined, value: YamlValue): TextEdit | undefined {
  if (node === undefined) return undefined;
  const { start, end } = node.span;
  const blockNode = isCollection(node) && !isFlow(text, node);
  if (place === undefined) return { start, end, text: joinLines(text, renderBlock(value), "").trimEnd() };
  if (isFlow(text, place.parent) || !(blockNode || isBlock(value))) {
    const rendered = node.kind === "scalar" && typeof value === "string" ? renderScalar(value, quoteOf(text, start)) : renderFlow(value);
    return { start, end, text: /[:-]$/.test(text.slice(0, start)) ? ` ${rendered}` : rendered };
  }
  const indent = " ".repeat(columnOf(text, place.parent.span.start));
  if (place.parent.kind === "sequence") return { start, end, text: renderBlock(value).join(`${lineEnd(text)}${indent}  `) };
  const colon = text.indexOf(":", entryOf(place.parent, place.step)?.key.span.end ?? start) + 1;
  const lines = renderBlock(value).map((line) => `${indent}  ${line}`);
  return { start: colon, end, text: isBlock(value) ? lineEnd(text) + lines.join(lineEnd(text)) : ` ${renderFlow(value)}` };
}

function insertInto(text: string, parent: Collection, step: string | number, value: YamlValue): TextEdit | undefined {
  const { end } = parent.span;
  if (parent.kind === "sequence" && Number(step) !== parent.items.length) return undefined;
  if (isFlow(text, parent)) {
    const at = itemSpans(text, parent).at(-1)?.end ?? end;
    return { start: at, end: at, text: `, ${parent.kind === "sequence" ? renderFlow(value) : renderFlow({ [step]: value }).slice(1, -1)}` };
  }
  const indent = " ".repeat(columnOf(text, parent.span.start));
  const lines = parent.kind === "sequence" ? renderBlock([value]) : renderEntry(String(step), value);
  const at = endOfLine(text, end);
  return { start: at, end: at, text: joinLines(text.slice(0, at), lines, indent) };
}

/** Lines to stand behind `before`, with a line end where one is missing, and one at the end unless the file has none. */
function joinLines(before: string, lines: readonly string[], indent: string): string {
  const newline = lineEnd(before);
  const body = lines.map((line) => indent + line).join(newline);
  return before === "" || /[\r\n]$/.test(before) ? body + newline : newline + body;
}

function planRemove(text: string, path: FormatPath): TextEdit | undefined {
  const nodes = nodesAlong(text, path);
  const place = placeOf(nodes, path, path.length - 1);
  if (place === undefined || nodes.length !== path.length + 1) return undefined;
  const { parent } = place;
  const index =
    parent.kind === "mapping" ? ownEntries(parent).findIndex(({ key }) => String(key.value) === String(place.step)) : Number(place.step);
  if (sizeOf(parent) === 1) return { ...parent.span, text: parent.kind === "mapping" ? "{}" : "[]" };
  const spans = itemSpans(text, parent);
  const [previous, own, next] = [spans[index - 1], spans[index], spans[index + 1]];
  if (own === undefined) return undefined;
  if (isFlow(text, parent))
    return next ? { start: own.start, end: next.start, text: "" } : { start: previous?.end ?? own.start, end: own.end, text: "" };
  const start = own.start - columnOf(text, own.start);
  if (next && text.slice(start, own.start).trim() !== "") return { start: own.start, end: next.start, text: "" };
  return { start, end: endOfLine(text, own.end), text: "" };
}

function sizeOf(parent: Collection): number {
  return parent.kind === "mapping" ? ownEntries(parent).length : parent.items.length;
}

/** Of each item from the key or the dash to the end of the value. */
function itemSpans(text: string, parent: Collection): Span[] {
  if (parent.kind === "mapping")
    return ownEntries(parent).map(({ key, value }) => ({ start: key.span.start, end: valueEnd(text, key.span.end, value) }));
  return parent.items.map(({ span }) => ({
    start: isFlow(text, parent) ? span.start : text.lastIndexOf("-", span.start - 1),
    end: span.end,
  }));
}

/** An alias is the node that it stands for: its own place has to be looked for. */
function valueEnd(text: string, keyEnd: number, { span }: FormatNode): number {
  const [alias] = /^\s*:\s+\*[\w-]+/.exec(text.slice(keyEnd)) ?? [];
  return alias === undefined ? Math.max(span.end, keyEnd) : keyEnd + alias.length;
}

function quoteOf(text: string, start: number): "'" | '"' | undefined {
  const quote = text[start];
  return quote === "'" || quote === '"' ? quote : undefined;
}

function columnOf(text: string, at: number): number {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return at - start - (text.startsWith("\ufeff") && start === 0 ? 1 : 0);
}

/** Behind the line end of the line that `at` ends in; a block scalar ends behind its own. */
function endOfLine(text: string, at: number): number {
  if (text[at - 1] === "\n") return at;
  const newline = text.indexOf("\n", at);
  return newline === -1 ? text.length : newline + 1;
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

function withValue(plain: unknown, [step, ...rest]: FormatPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    const items = Array.isArray(plain) ? [...plain] : [];
    items[step] = withValue(items[step], rest, value);
    return items;
  }
  const entries = typeof plain === "object" && plain !== null ? Object.entries(plain) : [];
  const inner = withValue(entries.find(([key]) => key === step)?.[1], rest, value);
  return Object.fromEntries([...entries, [step, inner]]);
}

function withoutValue(plain: unknown, [step, ...rest]: FormatPath): unknown {
  if (Array.isArray(plain))
    return plain.flatMap((item, index) => (index !== step ? [item] : rest.length > 0 ? [withoutValue(item, rest)] : []));
  const entries = Object.entries(plain ?? {});
  return Object.fromEntries(
    entries.flatMap(([key, inner]) => (key !== step ? [[key, inner]] : rest.length > 0 ? [[key, withoutValue(inner, rest)]] : [])),
  );
}
