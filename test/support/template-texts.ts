/** Our templates, read from disk the way an entry point hands them in. */
import { readdirSync, readFileSync } from "node:fs";
import type { TemplateTexts } from "../../src/render/templates.ts";

const FOLDER = new URL("../../templates/", import.meta.url);

export function templateTexts(): TemplateTexts {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".hbs"));
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, FOLDER), "utf8")]));
}
