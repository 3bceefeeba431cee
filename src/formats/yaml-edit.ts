/**
 * Changes to a YAML file as minimal text edits: what is not named keeps its bytes, comments and quotes included. Every answer is
 * checked before it is given: the edited text, read again, holds exactly the wished-for value and nothing else has moved.
 * Where that cannot be had (an alias, a merged key, a shape not foreseen) the answer is undefined, and the caller proposes nothing.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { Span } from "../base/span.ts";
import { applyEdits, type TextEdit } from "../base/text-edit.ts";
import { type FormatPath, toPlain } from "./format-node.ts";
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

type Place = { readonly parent: YAMLMap | YAMLSeq; readonly step: string | number };

/** The nodes along `path` as far as they exist, the root first. */
function nodesAlong(text: string, path: FormatPath): (Node | undefined)[] {
  const root = parseDocument(text, { version: "1.1", schema: "failsafe", uniqueKeys: false, logLevel: "silent" }).contents ?? undefined;
  const nodes: (Node | undefined)[] = [root];
  for (const step of path) {
    const parent = nodes.at(-1);
    const child = isMap(parent) ? pairOf(parent, step)?.value : isSeq(parent) ? parent.items[Number(step)] : undefined;
    if (child === undefined) break;
    nodes.push(child as Node);
  }
  return nodes;
}

function pairOf(map: YAMLMap, step: string | number): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && key.value === String(step));
}

function planSet(text: string, path: FormatPath, value: YamlValue): TextEdit | undefined {
  const nodes = nodesAlong(text, path);
  const missing = path.slice(nodes.length - 1);
  const place = placeOf(nodes, path, nodes.length - 2);
  const [step, ...below] = missing;
  if (step === undefined) return replaceValue(text, nodes.at(-1), place, value);
  const inner = below.reduceRight<YamlValue>((content, key) => (typeof key === "number" ? [content] : { [key]: content }), value);
  const parent = nodes.at(-1);
  if ((isMap(parent) || isSeq(parent)) && parent.items.length > 0) return insertInto(text, parent, step, inner);
  if (isAlias(parent)) return undefined;
  const made: YamlValue = typeof step === "number" ? [inner] : { [step]: inner };
  if (parent === undefined) return { start: text.length, end: text.length, text: joinLines(text, renderBlock(made), "") };
  return replaceValue(text, parent, place, made);
}

function placeOf(nodes: readonly (Node | undefined)[], path: FormatPath, index: number): Place | undefined {
  const parent = nodes[index];
  const step = path[index];
  return (isMap(parent) || isSeq(parent)) && step !== undefined ? { parent, step } : undefined;
}

function replaceValue(text: string, node: Node | undefined, place: Place | undefined, value: YamlValue): TextEdit | undefined {
  if (node?.range == null) return undefined;
  const [start] = node.range;
  const end = contentEnd(text, node);
  const blockNode = (isMap(node) || isSeq(node)) && !node.flow;
  if (place === undefined) return { start, end, text: joinLines(text, renderBlock(value), "").trimEnd() };
  if (place.parent.flow || !(blockNode || isBlock(value))) {
    const rendered = isScalar(node) && typeof value === "string" ? renderScalar(value, quoteOf(text, start)) : renderFlow(value);
    return { start, end, text: /[:-]$/.test(text.slice(0, start)) ? ` ${rendered}` : rendered };
  }
  const indent = " ".repeat(columnOf(text, place.parent.range?.[0] ?? 0));
  if (isSeq(place.parent)) return { start, end, text: renderBlock(value).join(`${lineEnd(text)}${indent}  `) };
  const pair = pairOf(place.parent, place.step);
  const colon = text.indexOf(":", isScalar(pair?.key) ? (pair.key.range?.[1] ?? start) : start) + 1;
  const lines = renderBlock(value).map((line) => `${indent}  ${line}`);
  return { start: colon, end, text: isBlock(value) ? lineEnd(text) + lines.join(lineEnd(text)) : ` ${renderFlow(value)}` };
}

function insertInto(text: string, parent: YAMLMap | YAMLSeq, step: string | number, value: YamlValue): TextEdit | undefined {
  const end = contentEnd(text, parent);
  if (isSeq(parent) && Number(step) !== parent.items.length) return undefined;
  if (parent.flow) {
    const at = contentEnd(text, lastNode(parent));
    return { start: at, end: at, text: `, ${isSeq(parent) ? renderFlow(value) : renderFlow({ [step]: value }).slice(1, -1)}` };
  }
  const indent = " ".repeat(columnOf(text, parent.range?.[0] ?? 0));
  const lines = isSeq(parent) ? renderBlock([value]) : renderEntry(String(step), value);
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
  const index = isMap(parent) ? parent.items.findIndex(({ key }) => isScalar(key) && key.value === String(place.step)) : Number(place.step);
  if (parent.items.length === 1) return { start: parent.range?.[0] ?? 0, end: contentEnd(text, parent), text: isMap(parent) ? "{}" : "[]" };
  const spans = parent.items.map((item) => itemSpan(text, parent, item));
  const [previous, own, next] = [spans[index - 1], spans[index], spans[index + 1]];
  if (own === undefined) return undefined;
  if (parent.flow)
    return next ? { start: own.start, end: next.start, text: "" } : { start: previous?.end ?? own.start, end: own.end, text: "" };
  const start = own.start - columnOf(text, own.start);
  if (next && text.slice(start, own.start).trim() !== "") return { start: own.start, end: next.start, text: "" };
  return { start, end: endOfLine(text, own.end), text: "" };
}

/** From the key or the dash to the end of the value. */
function itemSpan(text: string, parent: YAMLMap | YAMLSeq, item: unknown): Span {
  const node = (isSeq(parent) ? item : (item as Pair).key) as Node;
  const start = node.range?.[0] ?? 0;
  const last = isSeq(parent) ? node : (((item as Pair).value ?? node) as Node);
  return { start: isSeq(parent) && !parent.flow ? text.lastIndexOf("-", start - 1) : start, end: contentEnd(text, last) };
}

function lastNode(parent: YAMLMap | YAMLSeq): Node {
  const last = parent.items.at(-1) as Node | Pair;
  return (isSeq(parent) ? last : ((last as Pair).value ?? (last as Pair).key)) as Node;
}

/** Where the last item's text ends; a block collection's own range runs on over comments and line ends. */
function contentEnd(text: string, node: Node): number {
  const end = node.range?.[1] ?? 0;
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const inner = contentEnd(text, lastNode(node));
    return inner > (node.range?.[0] ?? 0) ? inner : end;
  }
  return end;
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
