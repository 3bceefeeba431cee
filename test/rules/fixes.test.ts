/** What every fix promises, on every fixture of every rule that has one. That safe ones leave the graph alone is asked of Dagster too (`fixes.oracle.json`). */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { FixedProject } from "../../src/app/check/fix-project.ts";
import { stableHash } from "../../src/base/hash/stable-hash.ts";
import { applyEdits } from "../../src/base/text-edit.ts";
import { RULES } from "../../src/rules/registry.ts";
import { testParser } from "../syntax/test-parser.ts";
import { checkFiles } from "./check-files.ts";
import { fixFixture } from "./fix-fixture.ts";
import { type RuleFixture, readRuleFixtures } from "./fixtures.ts";

const parser = await testParser();
const root = dirname(fileURLToPath(import.meta.url));
const fixable = RULES.filter((rule) => rule.fixable !== "no");
const fixtures = readRuleFixtures(root).filter(({ rule }) => fixable.some(({ name }) => name === rule));

interface OracleAnswer {
  /** Of the fixed files. */
  readonly hash: string;
  readonly before: "loads" | "refused";
  readonly after: "loads" | "refused";
  readonly sameGraph: boolean;
}

const oracle: Readonly<Record<string, OracleAnswer>> = JSON.parse(readFileSync(new URL("fixes.oracle.json", import.meta.url), "utf8"));

describe.each(fixable.map(({ name }) => name))("the fix of %s", (name) => {
  const own = fixtures.filter(({ rule }) => rule === name);

  it("is as safe as the rule says, and there is a fixture for it", async () => {
    const configuration = RULES.find((rule) => rule.name === name)?.docs.configuration;
    const found = await Promise.all(own.map(({ files, entry }) => checkFiles(files, entry, { configuration })));
    const fixes = found.flat().flatMap(({ rule, fix }) => (rule === name && fix ? [fix] : []));

    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.some(({ applicability }) => applicability === "safe") ? "safe" : "unsafe").toBe(
      RULES.find((rule) => rule.name === name)?.fixable,
    );
  });

  it.each(own)("mends $name, and nothing else", async (fixture) => {
    const { all, safe } = await fixesOf(fixture);
    const { changeSet, fixed, leftOut, remaining } = all;
    const after = { ...fixture.files, ...Object.fromEntries(changeSet.files.map((file) => [file.path, file.after])) };

    expect(leftOut).toEqual([]);
    expect(remaining.fresh.filter(({ rule, fix }) => rule === name && fix !== undefined && fix.applicability !== "display-only")).toEqual(
      [],
    );
    for (const { path, before, edits, after: text } of changeSet.files) {
      expect(applyEdits(before ?? "", edits)).toBe(text);
      expect(path.endsWith(".py") ? parser.parseModule(text).errors : []).toEqual([]);
    }
    // A comment that suppresses nothing is what is to go.
    const kept = name.endsWith("suppression") ? [] : safe.changeSet.files;
    expect(kept.map((file) => commentsOf(file.after))).toEqual(kept.map((file) => commentsOf(file.before ?? "")));
    expect((await fixFixture({ ...fixture, files: after }, ["safe", "unsafe"])).changeSet.files).toEqual([]);
    expect(changeSet.files.length > 0).toBe(fixed.length > 0);
  });

  it.each(own)("leaves $name loading, as Dagster said", async (fixture) => {
    const { all, safe } = await fixesOf(fixture);
    const { changeSet } = all;
    if (changeSet.files.length === 0) return;
    const answer = oracle[`${fixture.group}/${fixture.rule}/${fixture.name}`];

    expect(answer?.hash, "npm run oracle has not seen this text").toBe(hashOf(changeSet.files));
    expect(answer?.before === "loads" ? answer.after : "loads").toBe("loads");
    const isSafe = JSON.stringify(safe.changeSet) === JSON.stringify(changeSet);
    expect(answer?.sameGraph || !isSafe || answer?.before === "refused").toBe(true);
  });
});

interface FixesOfFixture {
  readonly all: FixedProject;
  readonly safe: FixedProject;
}

const made = new WeakMap<RuleFixture, Promise<FixesOfFixture>>();

/** Made once, however many things are asked of them. */
function fixesOf(fixture: RuleFixture): Promise<FixesOfFixture> {
  const making = made.get(fixture) ?? makeFixes(fixture);
  made.set(fixture, making);
  return making;
}

async function makeFixes(fixture: RuleFixture): Promise<FixesOfFixture> {
  return { all: await fixFixture(fixture, ["safe", "unsafe"]), safe: await fixFixture(fixture, ["safe"]) };
}

function commentsOf(text: string): readonly string[] {
  return parser.outline(text).comments.map(({ start, end }) => text.slice(start, end));
}

function hashOf(files: readonly { readonly path: string; readonly after: string }[]): string {
  return stableHash(JSON.stringify(files.map(({ path, after }) => [path, after])));
}
