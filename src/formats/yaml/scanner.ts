/**
 * Text to tokens, as PyYAML's `scanner.py` does it: one token at a time, with a look ahead only where a token may turn out to be the key of
 * a mapping. Indentation becomes tokens of its own. After a refusal the scanner can go on at a later line.
 */
import { MAX_FORMAT_DEPTH } from "../format-node.ts";
import { isBlankBreakOrEnd, isBreak, isEnd, isOneOf } from "./characters.ts";
import { YamlCursor, type YamlGrammar } from "./cursor.ts";
import { scanBlockScalar } from "./scan-block-scalar.ts";
import { scanDirective } from "./scan-directive.ts";
import { scanPlain } from "./scan-plain.ts";
import { scanAnchor, scanTag } from "./scan-properties.ts";
import { scanQuoted } from "./scan-quoted.ts";
import { LONGEST_KEY, type SimpleKey, SimpleKeys } from "./simple-keys.ts";
import { makeToken, type ScalarStyle, type YamlToken, type YamlTokenKind } from "./token.ts";

/** Where something begins that may be a key. */
type KeyPlace = Pick<SimpleKey, "line" | "column">;

/** With nothing else to be, these begin no plain scalar. */
const NEVER_FIRST = "\t#%@`|>";

export class YamlScanner {
  private readonly cursor: YamlCursor;
  private tokens: YamlToken[] = [];
  private next = 0;
  /** The next token, once it is known that it is. */
  private ready: YamlToken | undefined;
  private taken = 0;
  private isDone = false;
  /** Column of the innermost block collection; -1 outside of all. */
  private indent = -1;
  private indents: number[] = [];
  private flowLevel = 0;
  private mayBeKey = true;
  /** A key and its scalar are taken, and the `:` comes. */
  private isBehindKey = false;
  private readonly keys: SimpleKeys;

  constructor(text: string, grammar: YamlGrammar) {
    this.cursor = new YamlCursor(text, grammar);
    this.keys = new SimpleKeys(this.cursor);
  }

  get comments(): YamlCursor["comments"] {
    return this.cursor.comments;
  }

  /** The next token, which stays. At the end of the stream it is its end, again and again. */
  peek(): YamlToken {
    return this.ready ?? this.decide();
  }

  private decide(): YamlToken {
    for (;;) {
      const token = this.tokens[this.next];
      if (token !== undefined && (this.isDone || !this.isUndecided())) {
        this.ready = token;
        return token;
      }
      this.fetch();
    }
  }

  take(): YamlToken {
    const token = this.peek();
    if (token.kind === "stream-end") return token;
    this.ready = undefined;
    this.next++;
    this.taken++;
    if (this.next === this.tokens.length) {
      this.tokens.length = 0;
      this.next = 0;
    }
    return token;
  }

  /**
   * Goes on at the first line behind `after` that stands at most as deep as the innermost of the open block collections, whose columns are
   * `open`: what is deeper belongs to what was refused.
   */
  resume(after: number, open: readonly number[]): void {
    const { cursor } = this;
    cursor.index = Math.min(after, cursor.end);
    this.tokens = [];
    this.next = 0;
    this.ready = undefined;
    this.keys.clear();
    this.isBehindKey = false;
    this.flowLevel = 0;
    this.mayBeKey = true;
    this.indents = [-1, ...open].slice(0, -1);
    this.indent = open.at(-1) ?? -1;
    this.isDone = false;
    do {
      while (!isBreak(cursor.peek()) && cursor.index < cursor.end) cursor.index++;
      cursor.takeBreak();
      cursor.skipSpaces();
    } while (cursor.index < cursor.end && (isBreak(cursor.peek()) || cursor.column > Math.max(this.indent, 0)));
    if (cursor.index < cursor.end) cursor.index = cursor.lineStart;
  }

  private isUndecided(): boolean {
    this.keys.dropStale();
    return this.keys.first?.number === this.taken;
  }

  private fetch(): void {
    const { cursor } = this;
    this.skipToToken();
    this.keys.dropStale();
    this.unwind(cursor.column);
    const code = cursor.peek();
    if (isEnd(code)) this.fetchEnd();
    else if (code === 0x25 && cursor.column === 0) this.fetchDirective();
    else if (cursor.isAtDocumentMark()) this.fetchDocumentMark(code === 0x2d ? "document-start" : "document-end");
    else this.fetchContent(code);
  }

  private fetchContent(code: number): void {
    const { cursor } = this;
    const isFlow = this.flowLevel > 0;
    if (isFlowIndicator(code)) this.fetchFlowIndicator(code);
    else if (code === 0x2d && isBlankBreakOrEnd(cursor.peek(1))) this.fetchBlockEntry();
    else if (code === 0x3f && (isFlow || isBlankBreakOrEnd(cursor.peek(1)))) this.fetchKey();
    else if (this.isAtValue()) this.fetchValue();
    else if (code === 0x2a || code === 0x26 || code === 0x21) this.fetchProperty(code);
    else if (!isFlow && (code === 0x7c || code === 0x3e)) this.fetchBlockScalar(code === 0x7c ? "literal" : "folded");
    else if (code === 0x27 || code === 0x22) this.fetchQuoted(code === 0x27 ? "single" : "double");
    else if (isOneOf(code, NEVER_FIRST)) cursor.refuse(`found character ${cursor.describe()} that cannot start any token`);
    else this.fetchPlain();
  }

  private fetchFlowIndicator(code: number): void {
    if (code === 0x5b || code === 0x7b) this.fetchFlowStart(code === 0x5b ? "flow-sequence-start" : "flow-mapping-start");
    else if (code === 0x5d || code === 0x7d) this.fetchFlowEnd(code === 0x5d ? "flow-sequence-end" : "flow-mapping-end");
    else this.fetchFlowEntry();
  }

  private fetchProperty(code: number): void {
    this.openKey();
    if (code === 0x21) this.tokens.push(scanTag(this.cursor, this.flowLevel > 0));
    else this.tokens.push(scanAnchor(this.cursor, code === 0x2a ? "alias" : "anchor"));
  }

  private fetchFlowEntry(): void {
    this.dropKey();
    this.mayBeKey = true;
    this.push("flow-entry", 1);
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      const tabs = cursor.grammar === "libyaml" && (this.flowLevel > 0 || !this.mayBeKey);
      if (cursor.grammar === "libyaml" && cursor.column === 0) cursor.skipByteOrderMark();
      cursor.skipBlanks(tabs);
      cursor.skipComment();
      if (cursor.takeBreak() === "") return;
      if (this.flowLevel === 0) this.mayBeKey = true;
    }
  }

  /** What comes may be a key, if one may stand here; behind it none can. */
  private openKey(): void {
    const place = this.beginKey();
    if (place !== undefined) this.keys.set(this.flowLevel, this.simpleKey(this.cursor.index, place.line, place.column));
    this.mayBeKey = false;
  }

  /** Of the token that comes next. */
  private simpleKey(index: number, line: number, column: number): SimpleKey {
    const number = this.taken + this.tokens.length - this.next;
    return { number, isRequired: this.flowLevel === 0 && this.indent === column, index, line, column };
  }

  private dropKey(): void {
    this.keys.drop(this.flowLevel);
  }

  /** Ends the block collections that are deeper than `column`; inside brackets indentation says nothing. */
  private unwind(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.tokens.push(makeToken("block-end", this.cursor.index, this.cursor.index));
    }
  }

  /** True where a block collection begins at that column. */
  private deepen(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private push(kind: YamlTokenKind, length: number): void {
    const { index } = this.cursor;
    this.tokens.push(makeToken(kind, index, index + length));
    this.cursor.index += length;
  }

  private endBlocks(): void {
    this.unwind(-1);
    this.dropKey();
    this.mayBeKey = false;
  }

  private fetchEnd(): void {
    this.endBlocks();
    this.keys.clear();
    this.push("stream-end", 0);
    this.isDone = true;
  }

  private fetchDirective(): void {
    this.endBlocks();
    this.tokens.push(scanDirective(this.cursor));
  }

  private fetchDocumentMark(kind: "document-start" | "document-end"): void {
    this.endBlocks();
    this.push(kind, 3);
  }

  private fetchFlowStart(kind: "flow-sequence-start" | "flow-mapping-start"): void {
    this.openKey();
    if (this.flowLevel >= MAX_FORMAT_DEPTH) this.cursor.refuse(`nested deeper than ${MAX_FORMAT_DEPTH} levels`);
    this.flowLevel++;
    this.mayBeKey = true;
    this.push(kind, 1);
  }

  private fetchFlowEnd(kind: "flow-sequence-end" | "flow-mapping-end"): void {
    this.dropKey();
    this.flowLevel = Math.max(this.flowLevel - 1, 0);
    this.mayBeKey = false;
    this.push(kind, 1);
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) this.startBlock("block-sequence-start", "sequence entries are not allowed here");
    this.dropKey();
    this.mayBeKey = true;
    this.push("block-entry", 1);
  }

  private startBlock(kind: "block-sequence-start" | "block-mapping-start", refusal: string): void {
    if (!this.mayBeKey) this.cursor.refuse(refusal);
    if (this.deepen(this.cursor.column)) this.tokens.push(makeToken(kind, this.cursor.index, this.cursor.index, this.cursor.column));
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) this.startBlock("block-mapping-start", "mapping keys are not allowed here");
    this.mayBeKey = this.flowLevel === 0;
    this.dropKey();
    this.push("key", 1);
  }

  private fetchValue(): void {
    const key = this.keys.at(this.flowLevel);
    if (this.isBehindKey) {
      this.isBehindKey = false;
      this.mayBeKey = false;
    } else if (key === undefined) {
      if (this.flowLevel === 0) this.startBlock("block-mapping-start", "mapping values are not allowed here");
      this.mayBeKey = this.flowLevel === 0;
    } else {
      this.keys.set(this.flowLevel, undefined);
      const at = this.next + key.number - this.taken;
      const found = makeToken("key", key.index, key.index);
      if (this.flowLevel === 0 && this.deepen(key.column))
        this.tokens.splice(at, 0, makeToken("block-mapping-start", key.index, key.index, key.column), found);
      else this.tokens.splice(at, 0, found);
      this.mayBeKey = false;
    }
    this.push("value", 1);
  }

  private fetchBlockScalar(style: Extract<ScalarStyle, "literal" | "folded">): void {
    this.mayBeKey = true;
    this.dropKey();
    this.tokens.push(scanBlockScalar(this.cursor, style, this.indent));
  }

  private fetchQuoted(style: Extract<ScalarStyle, "single" | "double">): void {
    const key = this.beginKey();
    this.pushScalar(scanQuoted(this.cursor, style), key);
  }

  private fetchPlain(): void {
    const key = this.beginKey();
    const token = scanPlain(this.cursor, { indent: this.indent, isFlow: this.flowLevel > 0 });
    this.mayBeKey = this.cursor.lineStart > token.end;
    this.pushScalar(token, key);
  }

  /** Where it stands, if it may be a key. */
  private beginKey(): KeyPlace | undefined {
    if (!this.mayBeKey) return undefined;
    this.dropKey();
    this.mayBeKey = false;
    return { line: this.cursor.line, column: this.cursor.column };
  }

  /** A scalar that a `:` stands right behind is a key, which nearly all are that may be one: nothing has to wait for what comes. */
  private pushScalar(token: YamlToken, place: KeyPlace | undefined): void {
    const { cursor, flowLevel } = this;
    if (place !== undefined) {
      const { line, column } = place;
      if (line === cursor.line && cursor.index - token.start <= LONGEST_KEY && this.isAtValue()) {
        this.pushKey(token.start, column);
        this.isBehindKey = true;
      } else this.keys.set(flowLevel, this.simpleKey(token.start, line, column));
    }
    this.tokens.push(token);
  }

  private pushKey(index: number, column: number): void {
    if (this.flowLevel === 0 && this.deepen(column)) this.tokens.push(makeToken("block-mapping-start", index, index, column));
    this.tokens.push(makeToken("key", index, index));
  }

  private isAtValue(): boolean {
    return this.cursor.peek() === 0x3a && (this.flowLevel > 0 || isBlankBreakOrEnd(this.cursor.peek(1)));
  }
}

/** `[`, `]`, `{`, `}` and `,`. */
function isFlowIndicator(code: number): boolean {
  return code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d || code === 0x2c;
}
