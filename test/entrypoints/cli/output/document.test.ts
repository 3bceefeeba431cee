import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CliIo } from "../../../../src/entrypoints/cli/io.ts";
import { writeDocument } from "../../../../src/entrypoints/cli/output/document.ts";
import { createTemporaryFolder } from "../../../support/git-fixture.ts";

describe("writeDocument", () => {
  let cwd: string;
  let printed: string[];
  const io = (): CliIo => ({
    cwd,
    env: {},
    interactive: false,
    columns: undefined,
    stdout: (text) => void printed.push(text),
    stderr: () => undefined,
  });

  beforeEach(() => {
    cwd = createTemporaryFolder();
    printed = [];
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  it("prints to standard output, with one newline at the end", async () => {
    await writeDocument("graph", undefined, io());
    await writeDocument("graph\n", "-", io());

    expect(printed.join("")).toBe("graph\ngraph\n");
  });

  it("writes to a file below the working directory, and prints nothing", async () => {
    await writeDocument("graph", "out/graph.json", io());

    expect(readFileSync(join(cwd, "out/graph.json"), "utf8")).toBe("graph\n");
    expect(printed).toEqual([]);
  });

  it("says which file cannot be written", async () => {
    writeFileSync(join(cwd, "file"), "");

    await expect(writeDocument("graph", "file/graph.json", io())).rejects.toMatchObject({
      failure: { code: "file-unwritable", path: join(cwd, "file/graph.json") },
    });
  });
});
