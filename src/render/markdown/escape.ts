/**
 * The only door through which text enters GitHub Markdown. The result is a type of its own, so that a raw string cannot be put into a
 * view by mistake. No mention, reference, marker, table cell, HTML tag or fence survives, whatever the text.
 */
import { printable } from "../printable.ts";
import type { Part, Phrase } from "../wording/phrase.ts";

declare const escaped: unique symbol;

/** Text that is Markdown already: safe in a paragraph, a list and a table cell. */
export type Markdown = string & { readonly [escaped]: true };

/** Where a line of a file can be seen; null when it cannot be linked. */
export type LinkTo = (file: string, line: number, side: "base" | "head") => string | null;

/** Plain in backticks; anything that means something to Markdown, GitHub or a table goes as entities into `<code>`. */
function codeMarkdown(text: string): Markdown {
  const shown = printable(text);
  if (/^[\p{L}\p{N}_/.,:;=()'"+*?! −→-]+$/u.test(shown)) {
    return trusted(`\`${shown}\``);
  }
  return trusted(shown === "" ? "<code>&#8203;</code>" : `<code>${entities(shown)}</code>`);
}

/** Prose: a zero-width space after `@`, `#` and `://` keeps GitHub from mentioning, referring and linking. */
export function textMarkdown(text: string): Markdown {
  return trusted(entities(text.replace(/\s+/gu, " ")));
}

export function phraseMarkdown(phrase: Phrase, linkTo: LinkTo): Markdown {
  return trusted(phrase.map((part) => partMarkdown(part, linkTo)).join(""));
}

/** Joins what is escaped already. */
export function joinMarkdown(parts: readonly Markdown[], separator: string): Markdown {
  return trusted(parts.join(separator));
}

/** Our own words, which nothing in a repository can change. */
export function trusted(text: string): Markdown {
  return text as Markdown;
}

function partMarkdown(part: Part, linkTo: LinkTo): Markdown {
  switch (part.kind) {
    case "text":
      return textMarkdown(part.text);
    case "strong":
      return trusted(`**${entities(part.text)}**`);
    case "code":
      return codeMarkdown(part.text);
    default: {
      const url = linkTo(part.file, part.line, part.side);
      return url === null ? codeMarkdown(part.text) : trusted(`[${codeMarkdown(part.text)}](${url})`);
    }
  }
}

const ENTITIES = /[&<>"`*_[\]~|\\@#$^{}]|:(?=\/\/)|(?<=\bwww)\./gu;

/** Entities cannot open any structure of Markdown; what GitHub looks for after they are resolved is broken up by a zero-width space. */
function entities(text: string): string {
  return printableKeepingEdges(text).replace(ENTITIES, (character) => {
    const entity = `&#${character.codePointAt(0)};`;
    return "@#:.".includes(character) ? `${entity}&#8203;` : entity;
  });
}

/** A part of a sentence keeps the blanks at its ends. */
function printableKeepingEdges(text: string): string {
  const start = /^\s/u.test(text) ? " " : "";
  const end = text.length > 1 && /\s$/u.test(text) ? " " : "";
  const inner = printable(text);
  return inner === "" ? start : `${start}${inner}${end}`;
}
