/**
 * From a template to its tree. Where Jinja gives up at the first error, this notes it, leaves the tag out and goes on behind it:
 * a template that is being edited still shows its `ref`s. Without problems the tree is Jinja's.
 */
import type { FormatProblem } from "../format-node.ts";
import { parseAutoescape, parseDo, parseFor, parseIf, parsePrint, parseSet, parseWith } from "./control-tags.ts";
import { parseBlockTag, parseCallBlock, parseFilterBlock, parseMacro } from "./definition-tags.ts";
import { parseTuple } from "./expression-parser.ts";
import { parseBlock, parseExtends, parseFromImport, parseImport, parseInclude } from "./inheritance-tags.ts";
import { lexJinja } from "./lexer.ts";
import type { JinjaBody, JinjaOptions, JinjaStatement } from "./syntax.ts";
import type { BareStatement, ParsedBlock, ParseTag, TagParser } from "./tag-parser.ts";
import { describe, JinjaSyntaxError, TokenStream } from "./token-stream.ts";

const TAGS: ReadonlyMap<string, ParseTag> = new Map([
  ["autoescape", parseAutoescape],
  ["block", parseBlock],
  ["call", parseCallBlock],
  ["do", parseDo],
  ["extends", parseExtends],
  ["filter", parseFilterBlock],
  ["for", parseFor],
  ["from", parseFromImport],
  ["if", parseIf],
  ["import", parseImport],
  ["include", parseInclude],
  ["macro", parseMacro],
  ["print", parsePrint],
  ["set", parseSet],
  ["with", parseWith],
]);

/** A host has one table of tags for all its templates. */
const TAGS_OF_HOSTS = new WeakMap<object, ReadonlyMap<string, ParseTag>>();

function tagsWith(blockTags: NonNullable<JinjaOptions["blockTags"]>): ReadonlyMap<string, ParseTag> {
  const known = TAGS_OF_HOSTS.get(blockTags);
  if (known !== undefined) return known;
  const tags = new Map([...TAGS, ...[...blockTags].map(([tag, header]) => [tag, parseBlockTag(tag, header)] as const)]);
  TAGS_OF_HOSTS.set(blockTags, tags);
  return tags;
}

/** Statements inside statements; it bounds every recursion over the tree. */
const MAX_STATEMENT_DEPTH = 100;

export interface ParsedTemplate {
  readonly body: JinjaBody;
  /** In the order of the text. */
  readonly problems: readonly FormatProblem[];
}

/** Never throws. */
export function parseJinja(text: string, options: JinjaOptions = {}): ParsedTemplate {
  const lexed = lexJinja(text, options.keepTrailingNewline ?? false);
  const parser = new TemplateParser(new TokenStream(lexed), options, [...lexed.problems]);
  const body = parser.template();
  return { body, problems: parser.problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Holds which closing tags are awaited around the place that is being read. */
class TemplateParser implements TagParser {
  readonly stream: TokenStream;
  readonly problems: FormatProblem[];
  private readonly awaited: (readonly string[])[] = [];
  private readonly tags: ReadonlyMap<string, ParseTag>;

  constructor(stream: TokenStream, options: JinjaOptions, problems: FormatProblem[]) {
    this.stream = stream;
    this.problems = problems;
    this.tags = options.blockTags === undefined ? TAGS : tagsWith(options.blockTags);
  }

  template(): JinjaBody {
    return this.body();
  }

  block(...ends: readonly string[]): ParsedBlock {
    const { stream } = this;
    if (this.awaited.length >= MAX_STATEMENT_DEPTH) stream.fail("nested too deeply");
    stream.skipOperator(":");
    if (stream.current.type !== "block-end") stream.fail(`expected token 'end of statement block', got '${describe(stream.current)}'`);
    const opening = stream.take();
    this.awaited.push(ends);
    const body = this.body();
    this.awaited.pop();
    const bodySpan = { start: opening.end, end: stream.current.start };
    const name = stream.current.type === "block-begin" ? stream.peek(1).text : "";
    if (!ends.includes(name)) {
      const looked = ends.map((end) => `'${end}'`).join(" or ");
      this.problems.push({
        message: `the tag is never closed: looking for ${looked}`,
        severity: "error",
        span: { start: opening.start, end: opening.end },
      });
      return { body, bodySpan, endedBy: undefined };
    }
    stream.take();
    stream.take();
    return { body, bodySpan, endedBy: name };
  }

  /** Up to the end of the template, or a tag that something around awaits; that tag is not taken. */
  private body(): JinjaBody {
    const statements: JinjaStatement[] = [];
    while (this.stream.current.type !== "eof" && !this.atAwaitedTag()) {
      const statement = this.statement();
      if (statement !== undefined) statements.push(statement);
    }
    return statements;
  }

  private atAwaitedTag(): boolean {
    const { type } = this.stream.current;
    const next = this.stream.peek(1);
    return type === "block-begin" && next.type === "name" && this.awaited.some((ends) => ends.includes(next.text));
  }

  private statement(): JinjaStatement | undefined {
    const { type, text, start, end } = this.stream.take();
    switch (type) {
      case "data":
      case "raw":
        return text === "" ? undefined : { kind: "data", text, raw: type === "raw", start, end };
      case "comment":
        return { kind: "comment", text, start, end };
      case "variable-begin":
        return this.recovering(start, parseOutput);
      case "block-begin":
        return this.recovering(start, parseNamedTag);
      default:
        return undefined;
    }
  }

  /** What parses the tag whose name comes, which is taken. */
  tag(): ParseTag {
    const { type, text } = this.stream.current;
    if (type !== "name") return this.stream.fail("tag name expected");
    const parse = this.tags.get(text);
    if (parse === undefined) return this.stream.fail(`Encountered unknown tag '${text}'`);
    this.stream.take();
    return parse;
  }

  private recovering(start: number, parse: (parser: TemplateParser) => BareStatement): JinjaStatement | undefined {
    try {
      const statement = parse(this);
      this.endTag();
      return { ...statement, start, end: this.stream.lastEnd };
    } catch (error) {
      if (!(error instanceof JinjaSyntaxError)) throw error;
      this.problems.push({ message: error.message, severity: "error", span: error.span });
      this.stream.leaveAll();
      this.skipTag();
      return undefined;
    }
  }

  /** At the end of a statement whose closing tag is missing there is nothing to take. */
  private endTag(): void {
    const { current } = this.stream;
    if (current.type === "eof" || current.type === "block-begin") return;
    if (current.type !== "block-end" && current.type !== "variable-end") {
      const message = `expected the end of the tag, got '${describe(current)}'`;
      this.problems.push({ message, severity: "error", span: { start: current.start, end: current.end } });
    }
    this.skipTag();
  }

  private skipTag(): void {
    for (;;) {
      const { type } = this.stream.current;
      if (type === "eof" || type === "block-begin" || type === "variable-begin" || type === "data") return;
      this.stream.take();
      if (type === "block-end" || type === "variable-end") return;
    }
  }
}

function parseOutput({ stream }: TemplateParser): BareStatement {
  return { kind: "output", expressions: [parseTuple(stream)] };
}

function parseNamedTag(parser: TemplateParser): BareStatement {
  return parser.tag()(parser);
}
