/**
 * YAML with spans. The `yaml` package parses the syntax with no schema at all (every scalar a string); what scalars, tags, merge
 * keys, repeated keys and aliases mean is decided here, because PyYAML's answers are what Dagster and dbt see.
 *
 * An alias is the anchor's own node, so a billion laughs cost nothing to read; but whoever walks the tree would pay,
 * so the number of nodes that aliases stand for is bounded.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
} from "yaml";
import type { Span } from "../base/span.ts";
import {
  type FormatEntry,
  type FormatMapping,
  type FormatNode,
  type FormatProblem,
  type FormatScalar,
  MAX_FORMAT_DEPTH,
  type ParsedFormat,
  uniqueEntries,
} from "./format-node.ts";
import { constructTagged, type ResolvedScalar, resolvePlainScalar, type YamlReading } from "./yaml-scalars.ts";

/** What PyYAML refuses anywhere in a file (`reader.py`). */
const NOT_PRINTABLE = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const ALIASED_NODES_LIMIT = 100_000;
/** PyYAML resolves what stands under it as if it were not there. */
const NON_SPECIFIC_TAG = "!";
const TAG_PREFIX = "tag:yaml.org,2002:";
const COLLECTION_TAGS = new Set(["map", "seq", "omap", "pairs", "set"]);

/** One document, as `yaml.safe_load` reads it: an empty file is null, a second document is an error. Never throws. */
export function parseYaml(text: string, reading: YamlReading): ParsedFormat {
  const { documents, problems } = parseYamlDocuments(text, reading);
  const [root, second] = documents;
  if (second === undefined) return { root, problems };
  return { root, problems: [...problems, { message: "expected a single document in the stream", severity: "error", span: second.span }] };
}

/** All documents of a stream, as `yaml.safe_load_all` reads them. Never throws. */
export function parseYamlDocuments(text: string, reading: YamlReading): { documents: FormatNode[]; problems: FormatProblem[] } {
  const problems: FormatProblem[] = [];
  const forbidden = reading === "core" ? -1 : text.search(NOT_PRINTABLE);
  if (forbidden !== -1)
    problems.push({ message: "special characters are not allowed", severity: "error", span: { start: forbidden, end: forbidden + 1 } });
  const documents = parseSyntax(text, problems).map((document) =>
    new DocumentReader({ reading, end: text.length, isLineOpen: !/[\r\n]$/.test(text) }, problems).read(document),
  );
  if (documents.length === 0) documents.push(emptyNode({ start: 0, end: 0 }));
  return { documents, problems };
}

/** The parser recurses on nested collections: past a few thousand levels it runs out of stack, which is a fault of the file. */
function parseSyntax(text: string, problems: FormatProblem[]): Document.Parsed[] {
  try {
    // A lone carriage return is a line end to PyYAML, and text to the parser; the lengths are the same.
    const documents = parseAllDocuments(text.replaceAll(/\r(?!\n)/g, "\n"), {
      version: "1.1",
      schema: "failsafe",
      uniqueKeys: false,
      merge: false,
      prettyErrors: false,
      logLevel: "silent",
    }) as Document.Parsed[];
    for (const { message, pos } of documents.flatMap(({ errors }) => errors)) {
      problems.push({ message: message.replace(/\.$/, ""), severity: "error", span: clamped(pos, text.length) });
    }
    return documents;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ message: "the file is nested too deeply", severity: "error", span: { start: 0, end: text.length } });
    return [];
  }
}

/** The parser's positions may lie behind the end of the text. */
function clamped([start, end]: readonly [number, number], length: number): Span {
  return { start: Math.min(start, length), end: Math.min(Math.max(start, end), length) };
}

function emptyNode(span: Span): FormatScalar {
  return { kind: "scalar", type: "null", value: null, span };
}

interface Anchored {
  readonly node: FormatNode;
  /** Nodes below it, aliases spelt out. */
  readonly size: number;
}

interface Stream {
  readonly reading: YamlReading;
  /** Offset of its end. */
  readonly end: number;
  /** Its last line has no line end. */
  readonly isLineOpen: boolean;
}

/** Holds what one document has met on the way: its anchors, and how much its aliases stand for. */
class DocumentReader {
  private readonly anchors = new Map<string, Anchored>();
  private nodes = 0;
  private aliased = 0;
  private depth = 0;
  private readonly reading: YamlReading;
  private readonly stream: Stream;
  private readonly problems: FormatProblem[];

  constructor(stream: Stream, problems: FormatProblem[]) {
    this.stream = stream;
    this.reading = stream.reading;
    this.problems = problems;
  }

  read(document: Document.Parsed): FormatNode {
    const end = document.range?.[0] ?? 0;
    return this.node(document.contents, { start: end, end });
  }

  private node(node: unknown, at: Span): FormatNode {
    if (!isAlias(node) && !isScalar(node) && !isMap(node) && !isSeq(node)) return emptyNode(at);
    const span = spanOf(node) ?? at;
    if (this.depth >= MAX_FORMAT_DEPTH) return this.refuse(`nested deeper than ${MAX_FORMAT_DEPTH} levels`, span);
    if (isAlias(node)) return this.alias(node, span);
    const before = this.nodes + this.aliased;
    this.nodes++;
    this.depth++;
    const value = this.content(node, span);
    this.depth--;
    if (node.anchor !== undefined) this.remember(node.anchor, { node: value, size: this.nodes + this.aliased - before });
    return value;
  }

  private remember(anchor: string, anchored: Anchored): void {
    if (this.anchors.has(anchor) && this.reading !== "core") this.fail(`found duplicate anchor \`${anchor}\``, anchored.node.span);
    this.anchors.set(anchor, anchored);
  }

  private content(node: Exclude<Node, Alias>, span: Span): FormatNode {
    if (isScalar(node)) return this.scalar(node, span);
    const tag = tagOf(node);
    const own = tag !== undefined && !COLLECTION_TAGS.has(tag) ? { tag } : {};
    if (own.tag !== undefined) this.failOfTag(own.tag, span);
    if (isMap(node)) return { ...this.mapping(node, span), ...own };
    return { kind: "sequence", span, items: isSeq(node) ? node.items.map((item) => this.node(item, span)) : [], ...own };
  }

  private alias(alias: Alias, span: Span): FormatNode {
    const anchored = this.anchors.get(alias.source);
    if (anchored === undefined) return this.refuse(`found undefined alias \`${alias.source}\``, span);
    if (this.aliased + anchored.size > ALIASED_NODES_LIMIT)
      return this.refuse(`aliases stand for more than ${ALIASED_NODES_LIMIT} values`, span);
    this.aliased += anchored.size;
    return anchored.node;
  }

  private scalar(scalar: Scalar, span: Span): FormatScalar {
    const text = this.textOf(scalar, span);
    const tag = tagOf(scalar);
    const resolved = this.resolve(scalar, text);
    if (resolved.type === "refused" && tag?.startsWith("!")) {
      this.failOfTag(tag, span);
      return { ...emptyNode(span), tagged: { tag, text } };
    }
    if (resolved.type === "merge") return this.refuse("`<<` is a key that merges mappings: quote it to mean the text", span);
    if (resolved.type === "refused") return this.refuse(resolved.message, span);
    return { kind: "scalar", ...resolved, span };
  }

  /** A block that the stream ends in has the line end that stands there, if any; the parser gives it one. */
  private textOf(scalar: Scalar, span: Span): string {
    const text = typeof scalar.value === "string" ? scalar.value : (scalar.source ?? "");
    const isBlock = scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL;
    return isBlock && this.stream.isLineOpen && span.end >= this.stream.end ? text.replace(/\n$/, "") : text;
  }

  private resolve(scalar: Scalar, text: string): ResolvedScalar {
    const tag = tagOf(scalar);
    if (tag !== undefined && tag !== NON_SPECIFIC_TAG) return constructTagged(tag, text);
    const plain = scalar.type === undefined || scalar.type === Scalar.PLAIN;
    return plain ? resolvePlainScalar(text, this.reading) : { type: "str", value: text };
  }

  private mapping(map: YAMLMap, span: Span): FormatMapping {
    const merged: FormatEntry[] = [];
    const own: FormatEntry[] = [];
    for (const pair of map.items) {
      if (this.isMergeKey(pair.key)) merged.push(...this.mergedEntries(pair, span));
      else own.push(...this.entry(pair, span));
    }
    uniqueEntries(own, ({ key }) => {
      this.problems.push({ message: `the key \`${key.value}\` is repeated: the last one counts`, severity: "warning", span: key.span });
    });
    return { kind: "mapping", span, entries: uniqueEntries([...merged, ...own]) };
  }

  private entry(pair: Pair, at: Span): FormatEntry[] {
    const key = this.node(pair.key, at);
    const value = this.node(pair.value, { start: key.span.end, end: key.span.end });
    if (key.kind === "scalar") return [{ key, value }];
    this.fail("found unhashable key", key.span);
    return [];
  }

  private isMergeKey(key: unknown): boolean {
    return isScalar(key) && this.resolve(key, String(key.value)).type === "merge";
  }

  /** Earlier mappings of a list win, so they come last. */
  private mergedEntries(pair: Pair, at: Span): FormatEntry[] {
    const value = this.node(pair.value, at);
    if (value.kind === "mapping") return [...value.entries];
    if (value.kind === "sequence" && value.items.every((item) => item.kind === "mapping")) {
      return [...value.items].reverse().flatMap((item) => (item.kind === "mapping" ? item.entries : []));
    }
    this.fail("expected a mapping or list of mappings for merging", value.span);
    return [];
  }

  private refuse(message: string, span: Span): FormatScalar {
    this.fail(message, span);
    return emptyNode(span);
  }

  private failOfTag(tag: string, span: Span): void {
    this.problems.push({ message: `could not determine a constructor for the tag \`${tag}\``, severity: "error", span, tag });
  }

  private fail(message: string, span: Span): void {
    this.problems.push({ message, severity: "error", span });
  }
}

/** The parser lets a block collection end behind the line end of its last item; its span ends with that item. */
function spanOf(node: Node): Span | undefined {
  return node.range ? { start: node.range[0], end: endOf(node) } : undefined;
}

function endOf(node: Node): number {
  const end = node.range?.[1] ?? 0;
  if (!(isMap(node) || isSeq(node)) || node.flow) return end;
  const last: unknown = node.items.at(-1);
  const [value, key] = isPair(last) ? [last.value, last.key] : [last, undefined];
  const child = hasRange(value) ? value : key;
  return hasRange(child) ? endOf(child) : end;
}

function hasRange(node: unknown): node is Node {
  return isNode(node) && Array.isArray(node.range) && node.range[1] > node.range[0];
}

/** `int` of `!!int`, `!ref` as written. */
function tagOf(node: Node): string | undefined {
  const tag = "tag" in node ? node.tag : undefined;
  if (typeof tag !== "string") return undefined;
  return tag.startsWith(TAG_PREFIX) ? tag.slice(TAG_PREFIX.length) : tag;
}
