/** What a rule's page shows is true: the example gives exactly one finding of the rule, the mended one none. */
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/registry.ts";
import { checkFiles } from "./check-files.ts";

describe("the documentation of a rule", () => {
  it.each(RULES.map((rule) => ({ name: rule.name, rule })))("$name shows a finding and how to mend it", async ({ rule }) => {
    const example = await checkFiles({ "definitions.py": rule.docs.example }, "definitions.py", rule.docs.configuration);
    const instead = await checkFiles({ "definitions.py": rule.docs.instead }, "definitions.py", rule.docs.configuration);

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
