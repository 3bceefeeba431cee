/**
 * Wording that no output has escaped yet: one sentence serves the comment, the terminal and the page, and each escapes every part for
 * its own syntax. Text from a repository may stand in any part.
 */
import { printable, printableUpTo } from "../printable.ts";

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  /** A name or a literal. */
  | { readonly kind: "code"; readonly text: string }
  /** A name that leads to a line; `side` says at which commit. */
  | { readonly kind: "link"; readonly text: string; readonly file: string; readonly line: number; readonly side: "base" | "head" };

export type Phrase = readonly Part[];

const MAX_NAME = 120;
const MAX_VALUE = 80;

/** `phrase\`depends on ${code(key)}\``; numbers and strings are text. */
export function phrase(strings: TemplateStringsArray, ...values: readonly (Part | Phrase | string | number)[]): Phrase {
  return strings.flatMap((string, index) => [...plain(string), ...partsOf(values[index] ?? "")]);
}

export function plain(text: string): Phrase {
  return text === "" ? [] : [{ kind: "text", text }];
}

export function strong(text: string): Part {
  return { kind: "strong", text: printable(text) };
}

/** A name; cut when it is absurdly long. */
export function code(text: string): Part {
  return { kind: "code", text: printableUpTo(text, MAX_NAME) };
}

/** A value that may be long: a description, a configuration. */
export function value(text: string): Part {
  return { kind: "code", text: printableUpTo(text, MAX_VALUE) };
}

/** Text that a rule or the reader wrote, with names in backticks. */
export function message(text: string): Phrase {
  const parts = printableUpTo(text, 600).split("`");
  const balanced = parts.length % 2 === 1;
  return parts.flatMap((part, index): Phrase => (balanced && index % 2 === 1 ? [{ kind: "code", text: part }] : plain(part)));
}

/** `a, b and 3 more`. */
export function list(items: readonly (Part | Phrase)[], limit: number): Phrase {
  const shown = items.slice(0, limit).map((item) => partsOf(item));
  const hidden = items.length - shown.length;
  const joined = join(shown, ", ");
  return hidden > 0 ? [...joined, ...plain(` and ${hidden} more`)] : joined;
}

export function join(phrases: readonly Phrase[], separator: string): Phrase {
  return phrases.filter((one) => one.length > 0).flatMap((one, index) => (index === 0 ? one : [...plain(separator), ...one]));
}

/** `1 asset`, `2 assets`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

function partsOf(item: Part | Phrase | string | number): Phrase {
  if (typeof item === "string" || typeof item === "number") {
    return plain(printable(String(item)) === "" ? "" : String(item));
  }
  return "kind" in item ? [item] : item;
}
