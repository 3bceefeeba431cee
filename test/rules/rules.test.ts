import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createLineIndex } from "../../src/base/line-index.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { RULES } from "../../src/rules/registry.ts";
import { checkFiles } from "./check-files.ts";
import { expectationsOf, type RuleFixture, readRuleFixtures, ruleFolders } from "./fixtures.ts";

const root = dirname(fileURLToPath(import.meta.url));
const fixtures = readRuleFixtures(root);
const FIXABLE = new Set(RULES.filter(({ fixable }) => fixable !== "no").map(({ name }) => name));

describe("fixtures of rules", () => {
  it("lie in a folder of their rule, and every rule has one", () => {
    const rules = RULES.map(({ group, name }) => `${group}/${name}`).sort();
    const folders = ruleFolders(root).map(({ group, rule }) => `${group}/${rule}`);

    expect(folders).toEqual(rules);
  });

  it.each(RULES.map(({ name }) => name))("%s has a fixture that it finds and one that it lets pass", (name) => {
    const own = fixtures.filter((fixture) => fixture.rule === name).map(expectationsOf);
    const found = own.filter((expected) => expected.some((line) => line.includes(` ${name}`)));

    expect(found.length).toBeGreaterThan(0);
    expect(own.length).toBeGreaterThan(found.length);
  });

  it.each(fixtures)("$group/$rule/$name gives what it expects and nothing else", async (fixture) => {
    const configuration = RULES.find(({ name }) => name === fixture.rule)?.docs.configuration;
    const findings = await checkFiles(fixture.files, fixture.entry, { configuration, base: fixture.base });

    const said = findings.filter((finding) => counts(finding, fixture)).map((finding) => lineOf(finding, fixture));
    const fixed = findings.filter(({ rule, fix }) => fix && !FIXABLE.has(rule)).map(({ rule }) => rule);
    expect(matched(said, expectationsOf(fixture))).toEqual({ unexpected: [], missing: [] });
    expect(fixed, "rules that are not `fixable`").toEqual([]);
  });
});

/** What Dagster refuses always counts; defects that it does not notice and matters of practice where the fixture is about them, or names them. */
function counts({ rule, tier }: Diagnostic, fixture: RuleFixture): boolean {
  if (tier === "dagster-would-fail" || rule === fixture.rule || rule === "internal-error") return true;
  return Object.values(fixture.files).some((text) => text.includes(`# expect: ${rule}`));
}

function lineOf({ rule, severity, location }: Diagnostic, { files }: RuleFixture): string {
  const line = createLineIndex(files[location.path] ?? "").positionAt(location.start).line;
  return `${location.path}:${line} ${rule} (${severity})`;
}

/** Both directions; an expectation without a severity takes any. */
function matched(said: readonly string[], expected: readonly string[]) {
  const missing = [...expected];
  const unexpected = said.filter((line) => {
    const at = missing.findIndex((wanted) => wanted === line || wanted === line.replace(/ \(\w+\)$/, ""));
    if (at >= 0) missing.splice(at, 1);
    return at < 0;
  });
  return { unexpected, missing };
}
