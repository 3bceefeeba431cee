/**
 * XML as Python's ElementTree sees it: elements with attributes, texts and tails; comments and instructions are left out, namespaces are
 * resolved into `{uri}name`. What XML is, saxes knows; it tells where it stands behind what it has read, and from there the places are found.
 * A document type with declarations of its own is refused: its entities would change what the texts say.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
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

interface Growing {
  tag: string;
  attributes: ReadonlyMap<string, XmlText>;
  children: Growing[];
  text?: XmlText;
  tail?: XmlText;
  span: Span;
}

/** Never throws. */
export function parseXml(text: string): ParsedXml {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Growing[] = [];
  let root: Growing | undefined;
  let problem: ParsedXml["problem"];
  /** Of the attributes of the tag that is being read, by their names as written. */
  const written = new Map<string, Span>();
  /** Behind the markup that was read last: where a text begins. */
  let behind = 0;
  const refuse = (kind: "malformed" | "unsupported", message: string): void => {
    problem ??= { kind, message, span: { start: parser.position, end: parser.position } };
  };

  parser.on("error", ({ message }) => refuse("malformed", message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", (declaration) => {
    if (declaration.includes("[")) refuse("unsupported", "the document declares entities of its own");
  });
  parser.on("opentagstart", () => {
    const start = text.lastIndexOf("<", parser.position - 1);
    const element: Growing = { tag: "", attributes: new Map(), children: [], span: { start, end: start } };
    root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
    written.clear();
    if (open.length > MAX_FORMAT_DEPTH) refuse("unsupported", "elements nest too deep");
  });
  parser.on("attribute", ({ name }) => {
    const end = parser.position - 1;
    written.set(name, { start: text.lastIndexOf(text.charAt(end), end - 1) + 1, end });
  });
  parser.on("opentag", (tag) => {
    Object.assign(open.at(-1) ?? {}, { tag: expanded(tag), attributes: attributesOf(tag, written) });
    behind = parser.position;
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element) element.span = { start: element.span.start, end: parser.position };
    behind = parser.position;
  });
  parser.on("text", (value) => {
    const end = text.indexOf("<", behind);
    addText(open.at(-1), { value, span: { start: behind, end: end < 0 ? text.length : end } });
  });
  parser.on("cdata", (value) => {
    const start = text.indexOf("<![CDATA[", behind) + "<![CDATA[".length;
    addText(open.at(-1), { value, span: { start, end: parser.position - "]]>".length } });
    behind = parser.position;
  });
  parser.on("comment", () => {
    behind = parser.position + ">".length;
  });
  parser.on("processinginstruction", () => {
    behind = parser.position;
  });

  parser.write(text).close();
  if (!root) refuse("malformed", "no element found");
  return problem || !root ? { ...(problem && { problem }) } : { root };
}

/** `{uri}name`; a name without a namespace is as it is. */
function expanded({ uri, local }: Pick<SaxesTagNS, "uri" | "local">): string {
  return uri === "" ? local : `{${uri}}${local}`;
}

/** Without those that declare namespaces. */
function attributesOf({ attributes }: SaxesTagNS, written: ReadonlyMap<string, Span>): ReadonlyMap<string, XmlText> {
  const found = new Map<string, XmlText>();
  for (const [name, attribute] of Object.entries(attributes)) {
    const span = written.get(name);
    if (span && attribute.prefix !== "xmlns" && name !== "xmlns") found.set(expanded(attribute), { value: attribute.value, span });
  }
  return found;
}

function addText(element: Growing | undefined, text: XmlText): void {
  const last = element?.children.at(-1);
  const [owner, field] = last ? ([last, "tail"] as const) : ([element, "text"] as const);
  if (!owner) return;
  const before = owner[field];
  owner[field] = before ? { value: before.value + text.value, span: { start: before.span.start, end: text.span.end } } : text;
}
