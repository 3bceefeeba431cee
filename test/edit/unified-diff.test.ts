import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TextEdit } from "../../src/base/text-edit.ts";
import { fileChange } from "../../src/edit/change-set.ts";
import { unifiedDiff } from "../../src/edit/unified-diff.ts";

function patched(before: string, edits: readonly TextEdit[]): { readonly wanted: string; readonly found: string } {
  const change = fileChange("a.py", before, edits);
  if (!change) return { wanted: before, found: before };
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  try {
    writeFileSync(join(folder, "a.py"), before);
    const patch = unifiedDiff({ kind: "change-set", title: "", files: [change] });
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: patch, stdio: ["pipe", "pipe", "pipe"] });
    return { wanted: change.after, found: readFileSync(join(folder, "a.py"), "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("a unified diff", () => {
  it("gives the edited file when git applies it", () => {
    const line = fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "d");
    const piece = fc.record({
      kept: fc.array(line, { maxLength: 9 }),
      removed: fc.array(line, { maxLength: 2 }),
      text: fc.array(line, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        let text = "";
        const edits: TextEdit[] = [];
        for (const { kept, removed, text: written } of pieces) {
          text += kept.join("");
          edits.push({ start: text.length, end: text.length + removed.join("").length, text: written.join("") });
          text += removed.join("");
        }
        text += "end\n";
        const { wanted, found } = patched(text, edits);
        expect(found).toBe(wanted);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it("names the lines, and a file that ends without a line end", () => {
    const change = fileChange("a b.py", "1\n2\n3", [{ start: 2, end: 3, text: "two" }]);
    expect(change && unifiedDiff({ kind: "change-set", title: "", files: [change] })).toBe(
      "diff --git a/a b.py b/a b.py\n--- a/a b.py\n+++ b/a b.py\n@@ -1,3 +1,3 @@\n 1\n-2\n+two\n 3\n\\ No newline at end of file\n",
    );
  });

  it("shows a new file", () => {
    const file = { path: "n.py", before: null, after: "x\n", edits: [] };
    expect(unifiedDiff({ kind: "change-set", title: "", files: [file] })).toBe(
      "diff --git a/n.py b/n.py\nnew file mode 100644\n--- /dev/null\n+++ b/n.py\n@@ -0,0 +1 @@\n+x\n",
    );
  });
});
