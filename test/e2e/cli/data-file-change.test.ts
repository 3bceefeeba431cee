/** A change that touches only a data file is reviewed like any other: its diagram, its marks, and its findings at the line in that file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReviewReport } from "../../../src/types/review-report.ts";
import { createGitFixture, type GitFixture } from "../../support/git-fixture.ts";
import { runCli } from "../../support/run-cli.ts";

interface DataFileChange {
  readonly about: string;
  readonly file: string;
  readonly text: string;
  /** `asset KEY: status at line`. */
  readonly changes: readonly string[];
  readonly findings: readonly string[];
}

const { files, changes } = JSON.parse(readFileSync(join(import.meta.dirname, "data-file-changes.json"), "utf8")) as {
  readonly files: Readonly<Record<string, string>>;
  readonly changes: readonly DataFileChange[];
};

describe.each(changes)("a change of $about", (change) => {
  let shop: GitFixture;
  beforeEach(() => {
    shop = createGitFixture(files);
    shop.write(change.file, change.text);
    shop.commit("Change a data file");
  });
  afterEach(() => shop[Symbol.dispose]());

  const review = async (format: string): Promise<string> =>
    (await runCli(["review", "--base", "HEAD~1", "--head", "HEAD", "--format", format], { cwd: shop.path })).stdout;

  it("is shown asset by asset, at the lines of the file", async () => {
    const text = await review("text");

    for (const line of change.changes) expect(text).toContain(line);
  });

  it("has a diagram of what it changes", async () => {
    expect(await review("markdown")).toContain("```mermaid");
  });

  it("has its findings in the file", async () => {
    const { findings } = JSON.parse(await review("json")) as ReviewReport;
    const found = findings.new.filter(({ severity }) => severity !== "info").map(({ rule, file, line }) => `${rule} ${file}:${line}`);

    expect(found).toEqual(change.findings);
  });
});
