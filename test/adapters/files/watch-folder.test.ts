import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pollFolder } from "../../../src/adapters/files/watch-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "watch-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("tells of code that is written, and of no log or report, which its own telling may write", async () => {
  const onChange = vi.fn();
  const report = join(folder, "report.json");
  const watch = pollFolder(folder, onChange, { every: 5, isIgnored: (path) => path === report });
  try {
    writeFileSync(join(folder, "check.log"), "found");
    writeFileSync(report, "{}");
    await new Promise((settle) => setTimeout(settle, 40));
    expect(onChange).not.toHaveBeenCalled();

    writeFileSync(join(folder, "orders.py"), "orders = 1\n");
    await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  } finally {
    watch.close();
  }
});
