/** The only door through which text enters a page. The result is a type of its own, so that a raw string cannot slip into a view. */

import type { LinkTo } from "../markdown/escape.ts";
import { printable } from "../printable.ts";
import type { Phrase } from "../wording/phrase.ts";

declare const escaped: unique symbol;

/** Safe in an element and in a quoted attribute. */
export type Html = string & { readonly [escaped]: true };

export function textHtml(text: string): Html {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`) as Html;
}

export function phraseHtml(phrase: Phrase, linkTo: LinkTo): Html {
  return phrase
    .map((part) => {
      if (part.kind === "text") {
        return textHtml(part.text);
      }
      if (part.kind === "strong") {
        return `<strong>${textHtml(printable(part.text))}</strong>`;
      }
      const name = `<code>${textHtml(printable(part.text))}</code>`;
      const url = part.kind === "link" ? linkTo(part.file, part.line, part.side) : null;
      return url === null ? name : `<a href="${textHtml(url)}">${name}</a>`;
    })
    .join("") as Html;
}
