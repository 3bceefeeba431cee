import { describe, expect, it } from "vitest";
import { ruleTextOptions, usesColour } from "../../../../src/entrypoints/cli/output/text-options.ts";
import { renderRulesText, renderRuleText } from "../../../../src/render/terminal/rule-text.ts";
import { RULES } from "../../../../src/rules/registry.ts";

function io(interactive: boolean, env: Readonly<Record<string, string>> = {}) {
  return { cwd: "/", env, interactive, columns: 80, stdout: () => undefined, stderr: () => undefined };
}

describe("colours", () => {
  it.each([
    ["on a terminal", io(true), {}, true],
    ["in a pipe", io(false), {}, false],
    ["with NO_COLOR", io(true, { NO_COLOR: "1" }), {}, false],
    ["with an empty NO_COLOR", io(true, { NO_COLOR: "" }), {}, true],
    ["with FORCE_COLOR in a pipe", io(false, { FORCE_COLOR: "1" }), {}, true],
    ["with FORCE_COLOR=0", io(true, { FORCE_COLOR: "0" }), {}, false],
    ["with both", io(false, { FORCE_COLOR: "1", NO_COLOR: "1" }), {}, false],
    ["with --no-color", io(true, { FORCE_COLOR: "1" }), { color: false }, false],
    ["into a file", io(true, { FORCE_COLOR: "1" }), { output: "report.txt" }, false],
  ])("%s", (_, world, options, expected) => {
    expect(usesColour({ color: true, ...options }, world)).toBe(expected);
  });
});

describe("the catalogue", () => {
  it("fits the terminal, and stays one line a rule without one", () => {
    const wrapped = renderRulesText(RULES, ruleTextOptions({ color: false }, io(true)));
    const whole = renderRulesText(RULES, ruleTextOptions({ color: false }, io(false)));

    const widest = Math.max(...wrapped.split("\n").map((line) => line.length));
    expect(widest).toBeLessThanOrEqual(80);
    expect(whole.split("\n").filter((line) => line.startsWith("  ")).length).toBe(RULES.length);
  });

  it("has pages whose prose fits the terminal", () => {
    const prose = RULES.map((rule) => renderRuleText(rule, { colour: false, columns: 80 }).split("\nExample\n")[0] ?? "");

    const wide = prose.flatMap((page) => page.split("\n").slice(2)).filter((line) => line.length > 80 && line.includes(" "));
    expect(wide).toEqual([]);
  });
});
