/** Identifiers as Python compares them: NFKC, so that `ﬁle` and `file` are one name. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII as a whole
const ASCII = /^[\x00-\x7f]*$/;

/** The name that the written identifier stands for. */
export function identifierOf(written: string): string {
  return ASCII.test(written) ? written : written.normalize("NFKC");
}
