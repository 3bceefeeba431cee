/** `{% docs name %}` blocks of Markdown files, and the descriptions that show them. */

import type { BaseContext } from "../jinja/context/base-context.ts";
import { renderText } from "../jinja/render.ts";
import { hasJinja, parseDbtJinja } from "../jinja/run.ts";
import type { FileFinder } from "../project/package-files.ts";
import type { DbtPackage } from "../project/project-file.ts";
import { type ProjectReading, readProjectText } from "../project/project-reading.ts";
import { callable, type DbtUnknown, type DbtValue, dbtUnknown, pythonStr } from "../value.ts";

export interface DocBlocks {
  find(name: string, packageName: string | undefined, nodePackage: string): string | undefined;
}

export function readDocs(
  reading: ProjectReading,
  packages: readonly { readonly dbtPackage: DbtPackage; readonly finder: FileFinder }[],
  rootName: string,
): DocBlocks {
  const byPackage = new Map<string, Map<string, string>>();
  for (const { dbtPackage, finder } of packages) {
    const blocks = new Map<string, string>();
    byPackage.set(dbtPackage.name, blocks);
    for (const { file } of finder(dbtPackage.paths.docs, [".md"])) {
      const text = readProjectText(reading, file) ?? "";
      if (!/\{%-?\s*docs\s/.test(text)) continue;
      for (const statement of parseDbtJinja(text).body) {
        if (statement.kind !== "block-tag" || statement.tag !== "docs") continue;
        blocks.set(statement.name, text.slice(statement.bodySpan.start, statement.bodySpan.end).trim());
      }
    }
  }
  return {
    find(name, packageName, nodePackage) {
      const order = packageName === undefined ? [...new Set([rootName, nodePackage, ...byPackage.keys()])] : [packageName];
      for (const candidate of order) {
        const block = byPackage.get(candidate)?.get(name);
        if (block !== undefined) return block;
      }
      return undefined;
    },
  };
}

/** `onMissing` hears of every block that is asked for and not there. */
export function describeWith(
  docs: DocBlocks,
  context: BaseContext,
  { text, onMissing }: { readonly text: string; readonly onMissing: (name: string) => void },
): string | DbtUnknown {
  if (!hasJinja(text)) return text;
  const doc = callable("doc", ({ positional }) => {
    const [first, second] = positional;
    const name = pythonStr(second ?? first ?? "");
    const found = docs.find(name, second === undefined ? undefined : pythonStr(first ?? ""), context.projectName);
    if (found === undefined) onMissing(name);
    return found ?? dbtUnknown("runtime-input", `there is no doc block \`${name}\``);
  });
  return renderText(context, text, new Map<string, DbtValue>([["doc", doc]]));
}
