/** What a rule's page shows is true: the example gives exactly one finding of the rule, the mended one none. */
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/registry.ts";
import type { RuleDocs } from "../../src/rules/rule.ts";
import { checkFiles } from "./check-files.ts";

describe("the documentation of a rule", () => {
  it.each(RULES.map((rule) => ({ name: rule.name, rule })))("$name shows a finding and how to mend it", async ({ rule }) => {
    const example = await checkDocumented(rule.docs.example, rule.docs);
    const instead = await checkDocumented(rule.docs.instead, rule.docs);

    const counted = (findings: typeof example) =>
      findings
        .filter(({ tier, rule: name }) => tier === "dagster-would-fail" || name === rule.name || name === "internal-error")
        .map(({ rule: name }) => name);
    expect(counted(example)).toEqual([rule.name]);
    expect(counted(instead)).toEqual([]);
  });

  it.each(RULES.map((rule) => ({ name: rule.name, rule })))("$name says what, why and where that is known from", ({ rule }) => {
    const { what, why, source } = rule.docs;

    expect(what).toMatch(/^[A-Z`@].*[.`]$/s);
    expect(why).toMatch(/\S{3}/);
    expect(source).toMatch(/^https:\/\/|\d+\.\d+/);
  });
});

function checkDocumented(text: string, { setting, configuration, base }: RuleDocs): ReturnType<typeof checkFiles> {
  const path = setting?.path ?? "definitions.py";
  const filesWith = (content: string) => ({ ...setting?.files, [path]: content });
  const before = base === undefined ? undefined : filesWith(base);
  return checkFiles(filesWith(text), setting ? undefined : path, { configuration, base: before });
}
