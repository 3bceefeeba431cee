/**
 * Compiles our own Handlebars templates, handed in as text by whoever may read files. Their logic is `if` and `each` only: every value
 * arrives escaped for its output, so Handlebars itself escapes nothing. Templates of a repository never come here.
 */
import Handlebars from "handlebars";
import { Bug } from "../base/exhaustive.ts";

/** Template texts by path below `templates/`: `comment/comment.hbs`. */
export type TemplateTexts = ReadonlyMap<string, string>;

export type Template = (view: object) => string;

/** Throws when our own template is missing or broken, which a test shows before any user does. */
export function compileTemplate(texts: TemplateTexts, path: string): Template {
  const text = texts.get(path);
  if (text === undefined) {
    throw new Bug(`the template ${path} is missing`);
  }
  const environment = Handlebars.create();
  const compiled = environment.compile<object>(text, { noEscape: true, strict: false, knownHelpersOnly: true });
  return (view) => compiled(view);
}
