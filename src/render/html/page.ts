/**
 * The frame of every page: style, Mermaid's script, a policy that lets nothing be fetched. One file that works offline. Without the
 * script a page shows the source of its diagrams.
 */
import { compileTemplate, type TemplateTexts } from "../templates.ts";
import { type Html, scriptHtml } from "./escape.ts";

/** `template`: path of the body's template below `templates/`; `mermaidScript`: the text of `mermaid.min.js`, or null. */
export function createPage(
  templates: TemplateTexts,
  template: string,
  mermaidScript: string | null,
): (title: Html, view: object) => string {
  const body = compileTemplate(templates, template);
  const frame = compileTemplate(templates, "html/page.hbs");
  const style = compileTemplate(templates, "html/page.css.hbs")({});
  const script = mermaidScript === null ? null : scriptHtml(mermaidScript);
  return (title, view) => frame({ title, style, script, body: body(view).trimEnd() });
}
