/**
 * Tokens of the asset selection language, by the rules of Dagster's ANTLR lexer: the longest match wins, at equal length the
 * earlier rule, so `key:job` is KEY COLON JOB while `key:jobs` is KEY COLON UNQUOTED. Keywords are lower case, except AND, OR, NOT.
 */
import { matchAt } from "../../base/match-at.ts";
import type { Span } from "../../base/span.ts";

export type TokenKind = "symbol" | "and" | "or" | "not" | "digits" | "keyword" | "quoted" | "unquoted" | "wildcard" | "null" | "end";

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written; of a quoted string the part between the quotes. */
  readonly text: string;
}

export interface TokenError extends Span {
  readonly message: string;
}

const KEYWORDS: ReadonlySet<string> = new Set([
  "key",
  "owner",
  "group",
  "tag",
  "kind",
  "is",
  "code_location",
  "status",
  "column",
  "table_name",
  "column_tag",
  "changed_in_branch",
  "partitions",
  "automation_type",
  "sensor",
  "schedule",
  "job",
  "sinks",
  "roots",
]);

const OPERATORS: ReadonlyMap<string, TokenKind> = new Map([
  ["and", "and"],
  ["AND", "and"],
  ["or", "or"],
  ["OR", "or"],
  ["not", "not"],
  ["NOT", "not"],
]);

const BLANK = /[ \t\r\n]+/y;
const QUOTED = /"[^"\\\r\n]*"/y;
const WORD = /[a-zA-Z_*][a-zA-Z0-9_*/]*/y;
const DIGITS = /[0-9]+/y;
const SYMBOLS = "=+:(),";

/** The tokens with an `end` token last, or the first place where no token begins. */
export function tokenizeSelection(text: string): readonly Token[] | TokenError {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = matchAt(BLANK, text, at)?.[0];
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(text, at);
    if (token === undefined) return errorAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", start: at, end: at });
  return tokens;
}

function tokenAt(text: string, start: number): Token | undefined {
  const quoted = matchAt(QUOTED, text, start)?.[0];
  if (quoted !== undefined) return { kind: "quoted", text: quoted.slice(1, -1), start, end: start + quoted.length };
  const digits = matchAt(DIGITS, text, start)?.[0];
  if (digits !== undefined) return { kind: "digits", text: digits, start, end: start + digits.length };
  const word = matchAt(WORD, text, start)?.[0];
  if (word !== undefined) return { kind: kindOfWord(word), text: word, start, end: start + word.length };
  if (text.startsWith("<null>", start)) return { kind: "null", text: "<null>", start, end: start + 6 };
  const symbol = text.charAt(start);
  return SYMBOLS.includes(symbol) ? { kind: "symbol", text: symbol, start, end: start + 1 } : undefined;
}

function kindOfWord(word: string): TokenKind {
  if (word === "*") return "symbol";
  const operator = OPERATORS.get(word);
  if (operator !== undefined) return operator;
  if (KEYWORDS.has(word)) return "keyword";
  return word.includes("*") ? "wildcard" : "unquoted";
}

function errorAt(text: string, start: number): TokenError {
  const character = text.charAt(start);
  if (character === '"') return { message: "the quoted string is not closed", start, end: text.length };
  return { message: `\`${character}\` is not allowed outside of double quotes`, start, end: start + 1 };
}
