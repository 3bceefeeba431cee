/**
 * XML as Python's ElementTree sees it: elements with attributes, texts and tails; comments and instructions are left out, namespaces are
 * resolved into `{uri}name`. A document type with declarations of its own is refused: its entities would change what the texts say.
 */
import { matchAt } from "../base/match-at.ts";
import type { Span } from "../base/span.ts";
import { MAX_FORMAT_DEPTH } from "./format-node.ts";

export interface XmlText {
  readonly value: string;
  /** Of the text as it is written. */
  readonly span: Span;
}

export interface XmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, XmlText>;
  readonly children: readonly XmlElement[];
  readonly text?: XmlText;
  /** What follows the element, up to the next one. */
  readonly tail?: XmlText;
  readonly span: Span;
}

export interface ParsedXml {
  readonly root?: XmlElement;
  /** Why there is no root: it is not well formed, or more than is read here. */
  readonly problem?: { readonly kind: "malformed" | "unsupported"; readonly message: string; readonly span: Span };
}

const OPENING = /<([^\s<>/=!?'"]+)/y;
const ATTRIBUTE = /\s+([^\s<>/='"]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/dy;
const TAG_END = /\s*(\/?)>/y;
const CLOSING = /<\/([^\s<>/]+)\s*>/y;
const TEXT = /[^<]+/y;
const DOCTYPE = /<!DOCTYPE[^<>[\]]*>/y;

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

type Namespaces = ReadonlyMap<string, string>;

interface OpenElement {
  /** As written, to be closed by. */
  readonly name: string;
  readonly namespaces: Namespaces;
  readonly element: Growing;
}

interface Growing {
  tag: string;
  attributes: ReadonlyMap<string, XmlText>;
  children: Growing[];
  text?: XmlText;
  tail?: XmlText;
  span: Span;
}

class Refusal extends Error {
  readonly kind: "malformed" | "unsupported";
  readonly at: number;
  constructor(kind: "malformed" | "unsupported", message: string, at: number) {
    super(message);
    this.kind = kind;
    this.at = at;
  }
}

/** Never throws. */
export function parseXml(text: string): ParsedXml {
  try {
    return { root: readDocument(text) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { problem: { kind: error.kind, message: error.message, span: { start: error.at, end: error.at } } };
  }
}

function readDocument(text: string): XmlElement {
  const open: OpenElement[] = [];
  let root: Growing | undefined;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const skipped = behindMarkup(text, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const piece = pieceAt(text, at, open.at(-1));
    at = piece.end;
    if (piece.kind === "text") addText(piece, open.at(-1), at);
    else if (piece.kind === "closing") close(open, piece.name, at);
    else {
      if (open.length === 0 && root !== undefined) throw new Refusal("malformed", "there is more than one root", at);
      root ??= piece.element;
      open.at(-1)?.element.children.push(piece.element);
      if (open.length >= MAX_FORMAT_DEPTH) throw new Refusal("unsupported", "elements nest too deep", at);
      if (!piece.isEmpty) open.push(piece);
    }
  }
  if (root === undefined || open.length > 0) throw new Refusal("malformed", "an element is not closed", at);
  return root;
}

/** Comments, instructions and the document type. */
function behindMarkup(text: string, at: number): number | undefined {
  for (const [start, end] of [
    ["<!--", "-->"],
    ["<?", "?>"],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const found = text.indexOf(end, at + start.length);
    if (found < 0) throw new Refusal("malformed", `\`${start}\` is not closed`, at);
    return found + end.length;
  }
  if (!text.startsWith("<!DOCTYPE", at)) return undefined;
  const match = matchAt(DOCTYPE, text, at);
  if (!match) throw new Refusal("unsupported", "the document declares entities of its own", at);
  return at + match[0].length;
}

type Piece =
  | { readonly kind: "text"; readonly text: XmlText; readonly end: number }
  | { readonly kind: "closing"; readonly name: string; readonly end: number }
  | (OpenElement & { readonly kind: "opening"; readonly isEmpty: boolean; readonly end: number });

function pieceAt(text: string, at: number, parent: OpenElement | undefined): Piece {
  if (text.startsWith("<![CDATA[", at)) {
    const end = text.indexOf("]]>", at);
    if (end < 0) throw new Refusal("malformed", "`<![CDATA[` is not closed", at);
    const span = { start: at + 9, end };
    return { kind: "text", text: { value: lineEnds(text.slice(span.start, end)), span }, end: end + 3 };
  }
  const run = matchAt(TEXT, text, at);
  if (run) {
    const end = at + run[0].length;
    return { kind: "text", text: { value: unescaped(lineEnds(run[0]), at), span: { start: at, end } }, end };
  }
  const closing = matchAt(CLOSING, text, at);
  if (closing) return { kind: "closing", name: closing[1] ?? "", end: at + closing[0].length };
  return openingAt(text, at, parent);
}

function openingAt(text: string, start: number, parent: OpenElement | undefined): Piece {
  const opening = matchAt(OPENING, text, start);
  if (!opening) throw new Refusal("malformed", "this is no element", start);
  const name = opening[1] ?? "";
  let at = start + opening[0].length;
  const written = new Map<string, XmlText>();
  for (let match = matchAt(ATTRIBUTE, text, at); match; match = matchAt(ATTRIBUTE, text, at)) {
    const [from, to] = match.indices?.[2] ?? match.indices?.[3] ?? [at, at];
    if (written.has(match[1] ?? "")) throw new Refusal("malformed", "an attribute is written twice", at);
    const value = unescaped(lineEnds(text.slice(from, to)).replaceAll(/[\n\t]/g, " "), from);
    written.set(match[1] ?? "", { value, span: { start: from, end: to } });
    at += match[0].length;
  }
  const tagEnd = matchAt(TAG_END, text, at);
  if (!tagEnd) throw new Refusal("malformed", `the tag of \`${name}\` is not closed`, at);
  const end = at + tagEnd[0].length;
  const namespaces = declared(written, parent?.namespaces ?? new Map([["xml", XML_NAMESPACE]]));
  const attributes = new Map(
    [...written]
      .filter(([key]) => !/^xmlns(?::|$)/.test(key))
      .map(([key, value]) => [key.includes(":") ? expanded(key, namespaces, start) : key, value] as const),
  );
  const element: Growing = { tag: expanded(name, namespaces, start), attributes, children: [], span: { start, end } };
  return { kind: "opening", name, namespaces, element, isEmpty: tagEnd[1] === "/", end };
}

function declared(attributes: ReadonlyMap<string, XmlText>, inherited: Namespaces): Namespaces {
  const own = [...attributes].flatMap(([key, { value }]) =>
    key === "xmlns" ? [["", value] as const] : key.startsWith("xmlns:") ? [[key.slice(6), value] as const] : [],
  );
  return own.length === 0 ? inherited : new Map([...inherited, ...own]);
}

/** `{uri}name`; a name without a prefix is in the default namespace. */
function expanded(name: string, namespaces: Namespaces, at: number): string {
  const colon = name.indexOf(":");
  const uri = namespaces.get(name.slice(0, Math.max(colon, 0)));
  if (uri === undefined && colon >= 0) throw new Refusal("malformed", `the prefix of \`${name}\` is not declared`, at);
  return uri ? `{${uri}}${name.slice(colon + 1)}` : name;
}

function close(open: OpenElement[], name: string, end: number): void {
  const last = open.pop();
  if (last?.name !== name) throw new Refusal("malformed", `\`</${name}>\` closes nothing`, end);
  last.element.span = { start: last.element.span.start, end };
}

function addText({ text }: { readonly text: XmlText }, parent: OpenElement | undefined, at: number): void {
  if (!parent) {
    if (text.value.trim() !== "") throw new Refusal("malformed", "there is text outside of the root", at);
    return;
  }
  const { element } = parent;
  const last = element.children.at(-1);
  const [owner, field] = last ? ([last, "tail"] as const) : ([element, "text"] as const);
  const before = owner[field];
  owner[field] = before ? { value: before.value + text.value, span: { start: before.span.start, end: text.span.end } } : text;
}

function lineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

function unescaped(text: string, at: number): string {
  return text.replaceAll(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+))?;?/g, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
    const read = code !== undefined && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ENTITIES[name ?? ""];
    if (read === undefined || !whole.endsWith(";")) throw new Refusal("malformed", `\`${whole}\` is no entity`, at);
    return read;
  });
}
