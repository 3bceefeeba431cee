/**
 * What is shipped beside the code: the two WASM files, the templates, the schemas, and who we are. In a build they lie next to the bundle;
 * in a clone in the package's folder and in its dependencies.
 */
import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ParserBinaries } from "../../syntax/python-parser.ts";

/** Put in place by `scripts/build.mjs`; not defined when the sources run as they are. */
declare const DAGSIGHT_BUILD: { readonly version: string; readonly loweringVersion: string } | undefined;

function build(): typeof DAGSIGHT_BUILD {
  return typeof DAGSIGHT_BUILD === "undefined" ? undefined : DAGSIGHT_BUILD;
}

function packageFile(path: string): string {
  return fileURLToPath(new URL(build() ? `./${path}` : `../../../${path}`, import.meta.url));
}

/** `0.1.0` */
export function packageVersion(): string {
  const built = build();
  if (built) return built.version;
  const manifest: unknown = JSON.parse(readFileSync(packageFile("package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0.0.0";
}

/** Changes with anything that makes compact trees out of bytes; `undefined` while that may change from run to run, so nothing is kept. */
export function loweringVersion(): string | undefined {
  return build()?.loweringVersion;
}

export async function readParserBinaries(): Promise<ParserBinaries> {
  const [treeSitter, python] = await Promise.all([
    readFile(dependencyFile("web-tree-sitter/web-tree-sitter.wasm")),
    readFile(dependencyFile("tree-sitter-python/tree-sitter-python.wasm")),
  ]);
  return { treeSitter, python };
}

function dependencyFile(specifier: string): string {
  return build() ? packageFile(specifier.slice(specifier.lastIndexOf("/") + 1)) : createRequire(import.meta.url).resolve(specifier);
}

/** The texts of the Handlebars templates, by path below `templates/`: `comment/comment.hbs`. */
export async function readTemplates(): Promise<ReadonlyMap<string, string>> {
  const folder = packageFile("templates");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".hbs")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(names.map((name, index) => [name.split(sep).join("/"), texts[index] ?? ""]));
}
