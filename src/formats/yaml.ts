/**
 * YAML with spans, as PyYAML reads it: its grammar (`yaml/scanner.ts`, `yaml/document-parser.ts`) and what its loaders make of scalars, tags,
 * merge keys, repeated keys and aliases. That is what Dagster and dbt see. A file that PyYAML refuses is read as far as it can be.
 */
import type { FormatNode, FormatProblem, ParsedFormat } from "./format-node.ts";
import { type YamlGrammar, YamlSyntaxError } from "./yaml/cursor.ts";
import { DocumentParser } from "./yaml/document-parser.ts";
import { emptyNode } from "./yaml/mapping-entries.ts";
import { YamlScanner } from "./yaml/scanner.ts";
import { described } from "./yaml/token-names.ts";
import type { YamlReading } from "./yaml-scalars.ts";

/** What PyYAML refuses anywhere in a file (`reader.py`). */
const NOT_PRINTABLE = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Anything but printable ASCII: nearly no text has to be looked at more closely. */
const NOT_PLAIN = /[^\t\n\r -~]/;

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
  const forbidden = NOT_PLAIN.test(text) ? text.search(reading === "core" ? /\0/ : NOT_PRINTABLE) : -1;
  if (forbidden !== -1)
    problems.push({ message: "special characters are not allowed", severity: "error", span: { start: forbidden, end: forbidden + 1 } });
  const documents: FormatNode[] = [];
  try {
    const scanner = new YamlScanner(text, GRAMMARS[reading]);
    readStream({ scanner, text, reading }, documents, problems);
  } catch (error) {
    if (!(error instanceof YamlSyntaxError)) throw error;
    problems.push({ message: error.message, severity: "error", span: { start: error.at, end: Math.min(error.at + 1, text.length) } });
  }
  if (documents.length === 0) documents.push(emptyNode(0));
  return { documents, problems };
}

const GRAMMARS: Readonly<Record<YamlReading, YamlGrammar>> = { pyyaml: "pyyaml", dagster: "pyyaml", libyaml: "libyaml", core: "libyaml" };

interface YamlStream {
  readonly scanner: YamlScanner;
  readonly text: string;
  readonly reading: YamlReading;
}

/** The first document needs no `---`. */
function readStream(stream: YamlStream, documents: FormatNode[], problems: FormatProblem[]): void {
  const { scanner } = stream;
  for (let isFirst = true; ; isFirst = false) {
    while (!isFirst && scanner.peek().kind === "document-end") scanner.take();
    const { kind } = scanner.peek();
    if (kind === "stream-end") return;
    const isImplicit = isFirst && kind !== "directive" && kind !== "document-start";
    const handles = isImplicit ? DEFAULT_HANDLES : readDirectives(scanner);
    documents.push(isImplicit ? new DocumentParser(stream, handles, problems).parse() : readExplicit(stream, handles, problems));
  }
}

const CONTENT_ENDS: ReadonlySet<string> = new Set(["directive", "document-start", "document-end", "stream-end"]);

function readExplicit(stream: YamlStream, handles: ReadonlyMap<string, string>, problems: FormatProblem[]): FormatNode {
  const { scanner } = stream;
  const mark = scanner.peek();
  if (mark.kind !== "document-start") throw new YamlSyntaxError(`expected '<document start>', but found ${described(mark)}`, mark.start);
  scanner.take();
  const { kind, start } = scanner.peek();
  return CONTENT_ENDS.has(kind) ? emptyNode(start) : new DocumentParser(stream, handles, problems).parse();
}

const DEFAULT_HANDLES: ReadonlyMap<string, string> = new Map([
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
]);

/** The handles that tags may use in the document that comes. */
function readDirectives(scanner: YamlScanner): ReadonlyMap<string, string> {
  const handles = new Map<string, string>();
  let version: string | undefined;
  for (let token = scanner.peek(); token.kind === "directive"; token = scanner.peek()) {
    scanner.take();
    const [name, value = ""] = token.value.split(" ");
    if (name === "YAML") {
      if (version !== undefined) throw new YamlSyntaxError("found duplicate YAML directive", token.start);
      if (!value.startsWith("1.")) throw new YamlSyntaxError("found incompatible YAML document (version 1.* is required)", token.start);
      version = value;
    }
    if (name !== "TAG" || token.handle === undefined) continue;
    if (handles.has(token.handle)) throw new YamlSyntaxError(`duplicate tag handle \`${token.handle}\``, token.start);
    handles.set(token.handle, value);
  }
  return new Map([...DEFAULT_HANDLES, ...handles]);
}
