/** How PyYAML names tokens in what it refuses. */
import type { YamlToken, YamlTokenKind } from "./token.ts";

export const TOKEN_NAMES: Readonly<Record<YamlTokenKind, string>> = {
  "stream-end": "'<stream end>'",
  directive: "'<directive>'",
  "document-start": "'<document start>'",
  "document-end": "'<document end>'",
  "block-sequence-start": "'<block sequence start>'",
  "block-mapping-start": "'<block mapping start>'",
  "block-end": "<block end>",
  "flow-sequence-start": "'['",
  "flow-sequence-end": "']'",
  "flow-mapping-start": "'{'",
  "flow-mapping-end": "'}'",
  "block-entry": "'-'",
  "flow-entry": "','",
  key: "'?'",
  value: "':'",
  alias: "'<alias>'",
  anchor: "'<anchor>'",
  tag: "'<tag>'",
  scalar: "'<scalar>'",
};

/** `'<scalar>'`. */
export function described({ kind }: YamlToken): string {
  return TOKEN_NAMES[kind];
}
