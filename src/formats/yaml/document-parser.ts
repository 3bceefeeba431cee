/**
 * Tokens to nodes: the grammar of PyYAML's `parser.py`, with its composer and constructor in one pass. What is refused costs the entry or item
 * of the innermost block collection that it stands in: it is noted, and reading goes on behind it.
 */
import type { Span } from "../../base/span.ts";
import {
  type FormatMapping,
  type FormatNode,
  type FormatProblem,
  type FormatScalar,
  type FormatSequence,
  MAX_FORMAT_DEPTH,
} from "../format-node.ts";
import type { YamlReading } from "../yaml-scalars.ts";
import { Anchors } from "./anchors.ts";
import { YamlSyntaxError } from "./cursor.ts";
import { emptyNode, MappingEntries } from "./mapping-entries.ts";
import { NON_SPECIFIC_TAG, ScalarComposer } from "./scalar-composer.ts";
import type { YamlScanner } from "./scanner.ts";
import type { YamlToken, YamlTokenKind } from "./token.ts";
import { described, TOKEN_NAMES } from "./token-names.ts";

const TAG_PREFIX = "tag:yaml.org,2002:";
const COLLECTION_TAGS = new Set(["map", "seq", "omap", "pairs", "set"]);
/** After so many refusals the rest of the file is not looked at. */
const MOST_REFUSALS = 100;

interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  /** Behind them; undefined where there are none. */
  readonly end: number | undefined;
}

const NO_PROPERTIES: Properties = { anchor: undefined, tag: undefined, end: undefined };

export class DocumentParser {
  private readonly anchors = new Anchors();
  private readonly scalars: ScalarComposer;
  /** Columns of the block collections that are open. */
  private readonly columns: number[] = [];
  private nodes = 0;
  private depth = 0;
  /** Where the last node that has characters ends. */
  private end = 0;
  private readonly scanner: YamlScanner;
  private readonly reading: YamlReading;
  private readonly text: string;
  private readonly handles: ReadonlyMap<string, string>;
  private readonly problems: FormatProblem[];

  constructor(
    source: { readonly scanner: YamlScanner; readonly text: string; readonly reading: YamlReading },
    handles: ReadonlyMap<string, string>,
    problems: FormatProblem[],
  ) {
    this.scanner = source.scanner;
    this.text = source.text;
    this.reading = source.reading;
    this.handles = handles;
    this.problems = problems;
    this.scalars = new ScalarComposer(source.reading, problems);
  }

  /** The document's node. A refusal outside of all block collections is the caller's. */
  parse(): FormatNode {
    return this.parseNode("block");
  }

  /** `indentless`: a block node, or a sequence whose dashes stand under the key that it belongs to. */
  private parseNode(context: "block" | "indentless" | "flow"): FormatNode {
    if (this.depth >= MAX_FORMAT_DEPTH) this.refuse(`nested deeper than ${MAX_FORMAT_DEPTH} levels`, this.scanner.peek());
    const first = this.scanner.peek();
    if (first.kind === "alias") return this.parseAlias(this.scanner.take());
    const properties = first.kind === "anchor" || first.kind === "tag" ? this.parseProperties() : NO_PROPERTIES;
    const before = this.nodes + this.anchors.total;
    this.nodes++;
    this.depth++;
    const node = this.parseContent(context, properties);
    this.depth--;
    const { anchor } = properties;
    const isNew = anchor === undefined || this.anchors.add(anchor, node, this.nodes + this.anchors.total - before);
    if (!isNew && this.reading !== "core") this.fail(`found duplicate anchor \`${anchor}\``, node.span);
    return node;
  }

  private parseAlias({ value, start, end }: YamlToken): FormatNode {
    this.end = end;
    const found = this.anchors.find(value);
    return typeof found === "string" ? this.scalars.refused(found, { start, end }) : found;
  }

  private parseProperties(): Properties {
    let anchor: string | undefined;
    let tag: YamlToken | undefined;
    let end = 0;
    for (let count = 0; count < 2; count++) {
      const { kind } = this.scanner.peek();
      if ((kind !== "anchor" || anchor !== undefined) && (kind !== "tag" || tag !== undefined)) break;
      const token = this.scanner.take();
      end = token.end;
      if (kind === "anchor") anchor = token.value;
      else tag = token;
    }
    return { anchor, tag: tag === undefined ? undefined : this.tagOf(tag), end };
  }

  /** `int` of `!!int`, `!ref` as written. */
  private tagOf(token: YamlToken): string {
    const prefix = token.handle === undefined ? "" : this.handles.get(token.handle);
    if (prefix === undefined) this.refuse(`found undefined tag handle \`${token.handle}\``, token);
    const tag = `${prefix}${token.value}`;
    return tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : tag;
  }

  private parseContent(context: "block" | "indentless" | "flow", { tag, end }: Properties): FormatNode {
    const token = this.scanner.peek();
    switch (token.kind) {
      case "scalar":
        return this.scalar(this.scanner.take(), tag);
      case "flow-sequence-start":
        return this.tagged(tag, this.parseFlowSequence());
      case "flow-mapping-start":
        return this.tagged(tag, this.parseFlowMapping());
      case "block-sequence-start":
        if (context !== "flow") return this.tagged(tag, this.parseBlockSequence());
        break;
      case "block-mapping-start":
        if (context !== "flow") return this.tagged(tag, this.parseBlockMapping());
        break;
      case "block-entry":
        if (context === "indentless") return this.tagged(tag, this.parseIndentlessSequence());
        break;
      default:
    }
    if (end === undefined) return this.refuse(`expected the node content, but found ${described(token)}`, token);
    return this.scalars.compose({ span: { start: end, end }, text: "", isPlain: true }, tag);
  }

  /** A tag that YAML does not define stays with the node: the repository's code may construct it. */
  private tagged(tag: string | undefined, node: FormatMapping | FormatSequence): FormatNode {
    if (tag === undefined || tag === NON_SPECIFIC_TAG || COLLECTION_TAGS.has(tag)) return node;
    this.scalars.failOfTag(tag, node.span);
    return { ...node, tag };
  }

  private parseBlockSequence(): FormatSequence {
    const { start, column } = this.scanner.take();
    this.end = start;
    this.columns.push(column);
    const items: FormatNode[] = [];
    this.eachEntry("block-entry", "block-end", () => {
      const { end } = this.scanner.take();
      const { kind } = this.scanner.peek();
      items.push(kind === "block-entry" || kind === "block-end" ? emptyNode(end) : this.parseNode("block"));
    });
    this.leaveBlock();
    return { kind: "sequence", span: { start, end: this.end }, items };
  }

  /** Its dashes stand in the column of the mapping around it, which it ends with no token of its own. */
  private parseIndentlessSequence(): FormatSequence {
    const { start } = this.scanner.peek();
    this.end = start;
    const items: FormatNode[] = [];
    this.eachEntry("block-entry", undefined, () => {
      const { end } = this.scanner.take();
      const next = this.scanner.peek();
      items.push(next.kind === "block-entry" || endsBlockEntry(next) ? emptyNode(end) : this.parseNode("block"));
    });
    return { kind: "sequence", span: { start, end: this.end }, items };
  }

  private parseBlockMapping(): FormatMapping {
    const { start, column } = this.scanner.take();
    this.end = start;
    this.columns.push(column);
    const entries = new MappingEntries(this.problems);
    this.eachEntry("key", "block-end", () => {
      const { end } = this.scanner.take();
      entries.begin(endsBlockEntry(this.scanner.peek()) ? emptyNode(end) : this.parseKey("indentless"));
      entries.end(this.parseBlockValue());
    });
    this.leaveBlock();
    return entries.toMapping({ start, end: this.end });
  }

  private parseBlockValue(): FormatNode {
    if (this.scanner.peek().kind !== "value") return emptyNode(this.end);
    const colon = this.scanner.take();
    return endsBlockEntry(this.scanner.peek()) ? emptyNode(colon.end) : this.parseNode("indentless");
  }

  private parseFlowSequence(): FormatSequence {
    const { start } = this.scanner.take();
    const items: FormatNode[] = [];
    this.eachFlowEntry("flow-sequence-end", "]", () => {
      items.push(this.scanner.peek().kind === "key" ? this.parseFlowPair() : this.parseNode("flow"));
    });
    return { kind: "sequence", span: { start, end: this.end }, items };
  }

  /** `[a: 1]` is a list of one mapping. */
  private parseFlowPair(): FormatNode {
    const { start } = this.scanner.peek();
    this.end = start;
    const entries = new MappingEntries(this.problems);
    this.parseFlowEntry(entries, "flow-sequence-end");
    return entries.toMapping({ start, end: this.end });
  }

  private parseFlowMapping(): FormatMapping {
    const { start } = this.scanner.take();
    const entries = new MappingEntries(this.problems);
    this.eachFlowEntry("flow-mapping-end", "}", () => this.parseFlowEntry(entries, "flow-mapping-end"));
    return entries.toMapping({ start, end: this.end });
  }

  private parseFlowEntry(entries: MappingEntries, closing: YamlTokenKind): void {
    const hasKey = this.scanner.peek().kind === "key";
    const before = hasKey ? this.scanner.take() : this.scanner.peek();
    const isEmpty = hasKey && endsFlowKey(this.scanner.peek(), closing);
    entries.begin(isEmpty ? emptyNode(before.end) : this.parseKey("flow"));
    entries.end(hasKey ? this.parseFlowValue(closing) : emptyNode(this.end));
  }

  private parseFlowValue(closing: YamlTokenKind): FormatNode {
    if (this.scanner.peek().kind !== "value") return emptyNode(this.end);
    const colon = this.scanner.take();
    const { kind } = this.scanner.peek();
    return kind === "flow-entry" || kind === closing ? emptyNode(colon.end) : this.parseNode("flow");
  }

  private eachFlowEntry(closing: YamlTokenKind, bracket: string, parse: () => void): void {
    for (let isFirst = true; this.scanner.peek().kind !== closing; isFirst = false) {
      if (!isFirst) {
        const token = this.scanner.peek();
        if (token.kind !== "flow-entry") this.refuse(`expected ',' or '${bracket}', but got ${described(token)}`, token);
        this.scanner.take();
        if (this.scanner.peek().kind === closing) break;
      }
      parse();
    }
    this.end = this.scanner.take().end;
  }

  /** Reads entries of a block collection until it ends; one that is refused is left out. */
  private eachEntry(first: YamlTokenKind, last: YamlTokenKind | undefined, parse: () => void): void {
    const { depth } = this;
    const open = this.columns.length;
    for (;;) {
      let start: number | undefined;
      try {
        const token = this.scanner.peek();
        if (token.kind === first) {
          start = token.start;
          parse();
        } else {
          if (last !== undefined && token.kind !== last) this.refuse(`expected ${TOKEN_NAMES[last]}, but found ${described(token)}`, token);
          return;
        }
      } catch (error) {
        if (!(error instanceof YamlSyntaxError)) throw error;
        this.depth = depth;
        this.columns.length = open;
        this.goOnBehind(error, start);
      }
    }
  }

  private goOnBehind({ message, at }: YamlSyntaxError, start: number | undefined): void {
    this.fail(message, { start: at, end: Math.min(at + 1, this.text.length) });
    const isEnough = this.problems.length >= MOST_REFUSALS;
    this.scanner.resume(isEnough ? this.text.length : (start ?? at), this.columns);
  }

  private leaveBlock(): void {
    this.scanner.take();
    this.columns.pop();
  }

  /** A plain `<<` in the place of a key is no value of its own; a plain `=`, which has none, is text there. */
  private parseKey(context: "indentless" | "flow"): FormatNode | "merge" {
    const { kind, style, value, start, end } = this.scanner.peek();
    if (kind !== "scalar" || style !== "plain" || (value !== "<<" && value !== "=")) return this.parseNode(context);
    this.scanner.take();
    this.end = end;
    this.nodes++;
    return value === "<<" ? "merge" : { kind: "scalar", type: "str", value, span: { start, end } };
  }

  private scalar({ start, end, value, style }: YamlToken, tag: string | undefined): FormatScalar {
    this.end = end;
    return this.scalars.compose({ span: { start, end }, text: value, isPlain: style === "plain" }, tag);
  }

  private fail(message: string, span: Span): void {
    this.problems.push({ message, severity: "error", span });
  }

  private refuse(message: string, { start }: YamlToken): never {
    throw new YamlSyntaxError(message, start);
  }
}

/** What follows a key or a value of a block mapping that is empty. */
function endsBlockEntry({ kind }: YamlToken): boolean {
  return kind === "key" || kind === "value" || kind === "block-end";
}

function endsFlowKey({ kind }: YamlToken, closing: YamlTokenKind): boolean {
  return kind === "value" || kind === "flow-entry" || kind === closing;
}
