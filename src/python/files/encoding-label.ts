/**
 * Python's names of encodings as the WHATWG names that a `TextDecoder` takes. Python does not tell `-`, `_` and case apart, and has
 * aliases of its own. Source: Lib/encodings/aliases.py, CPython 3.13; encoding.spec.whatwg.org.
 */
const ALIASES: Readonly<Record<string, string>> = {
  ascii: "utf-8",
  latin: "iso-8859-1",
  "iso-latin-1": "iso-8859-1",
  "utf-8-sig": "utf-8",
  "mac-roman": "macintosh",
  "euc-jis-2004": "euc-jp",
};

const LATIN_PARTS: readonly number[] = [0, 1, 2, 3, 4, 9, 10, 13, 14, 15, 16];

/** `latin-1` to `iso-8859-1`, `CP1252` to `windows-1252`; a name that is not known here is given back, plainly written. */
export function encodingLabel(name: string): string {
  const plain = name.toLowerCase().replaceAll("_", "-");
  const latin = /^(?:latin|l)-?(\d+)$/.exec(plain)?.[1];
  if (latin !== undefined) return `iso-8859-${LATIN_PARTS[Number(latin)] ?? latin}`;
  const iso = /^iso-?8859-?(\d+)$/.exec(plain)?.[1];
  if (iso !== undefined) return `iso-8859-${iso}`;
  const codePage = /^(?:cp|windows)-?(125\d|874)$/.exec(plain)?.[1];
  if (codePage !== undefined) return `windows-${codePage}`;
  return ALIASES[plain] ?? plain;
}
