/** A phrase for the terminal: names are bold when colour is on, bare when it is off. */
import { printable } from "../printable.ts";
import type { Phrase } from "../wording/phrase.ts";
import type { Paint } from "./palette.ts";

export function phraseText(phrase: Phrase, paint: Paint): string {
  return phrase
    .map((part) => {
      const text = part.kind === "text" ? part.text.replace(/\s+/gu, " ") : printable(part.text);
      return part.kind === "text" ? text : paint("bold", text);
    })
    .join("");
}
