/** What the scanner makes of a text: PyYAML's tokens, those without characters of their own among them. */
import type { Span } from "../../base/span.ts";

export type YamlTokenKind =
  | "stream-end"
  | "directive"
  | "document-start"
  | "document-end"
  | "block-sequence-start"
  | "block-mapping-start"
  | "block-end"
  | "flow-sequence-start"
  | "flow-sequence-end"
  | "flow-mapping-start"
  | "flow-mapping-end"
  | "block-entry"
  | "flow-entry"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** One shape for all kinds: the engine is faster for it. */
export interface YamlToken {
  readonly kind: YamlTokenKind;
  readonly start: number;
  readonly end: number;
  /** Of a scalar its text, of an alias and an anchor the name, of a tag its suffix, of a directive what it says. */
  readonly value: string;
  readonly style: ScalarStyle | undefined;
  /** Of a tag and of a `%TAG` directive; undefined where a tag has none. */
  readonly handle: string | undefined;
  /** Of the token that begins a block collection. */
  readonly column: number;
}

export function makeToken(kind: YamlTokenKind, start: number, end: number, column = 0): YamlToken {
  return { kind, start, end, value: "", style: undefined, handle: undefined, column };
}

export function makeScalar(value: string, style: ScalarStyle, start: number, end: number): YamlToken {
  return { kind: "scalar", start, end, value, style, handle: undefined, column: 0 };
}

export function makeNamed(kind: "alias" | "anchor" | "tag" | "directive", value: string, span: Span, handle?: string): YamlToken {
  return { kind, start: span.start, end: span.end, value, style: undefined, handle, column: 0 };
}
