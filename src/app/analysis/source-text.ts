/** The text that the offsets of an analysis count in. */
import type { Analysis } from "../../dagster/analysis.ts";
import type { TextOf } from "../../report/finding.ts";

/** As the interpreter read it where it did, else as UTF-8; `undefined` for a file that is not there. */
export function sourceTexts({ locations, tree }: Analysis): TextOf {
  return (path) => {
    for (const location of locations) {
      const file = location.files.get(path);
      if (file) return file.text;
    }
    const content = tree.read(path);
    return typeof content === "string" ? undefined : new TextDecoder().decode(content);
  };
}
