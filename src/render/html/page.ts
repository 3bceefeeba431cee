/** The frame of every page: style, and a policy that lets nothing be fetched or run. One file that works offline. */
import { compileTemplate, type TemplateTexts } from "../templates.ts";
import type { Html } from "./escape.ts";

/** `template`: path of the body's template below `templates/`. */
export function createPage(templates: TemplateTexts, template: string): (title: Html, view: object) => string {
  const body = compileTemplate(templates, template);
  const frame = compileTemplate(templates, "html/page.hbs");
  const style = compileTemplate(templates, "html/page.css.hbs")({});
  return (title, view) => frame({ title, style, body: body(view).trimEnd() });
}
