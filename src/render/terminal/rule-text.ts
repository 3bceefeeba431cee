/** The catalogue of rules and one rule's page, for a terminal. */
import type { Rule } from "../../rules/rule.ts";
import { paintWith, SEVERITY_INKS } from "./palette.ts";

/** Ends in a newline; groups in the order of the catalogue. */
export function renderRulesText(rules: readonly Rule[], { colour }: { readonly colour: boolean }): string {
  const paint = paintWith(colour);
  const width = Math.max(0, ...rules.map(({ name }) => name.length));
  const groups = [...new Set(rules.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const lines = rules
      .filter((rule) => rule.group === group)
      .map(
        ({ name, severity, docs }) =>
          `  ${name.padEnd(width)}  ${paint(SEVERITY_INKS[severity], severity.padEnd(7))}  ${firstLine(docs.what)}`,
      );
    return [paint("bold", group), ...lines].join("\n");
  });
  return `${[...blocks, "`dagsight explain RULE` shows a rule's page."].join("\n\n")}\n`;
}

const TIERS = {
  "dagster-would-fail": "Dagster refuses to load it",
  "dagster-would-not-notice": "Dagster loads it, and it is a defect",
  practice: "a matter of practice",
} as const;

const FIXES = { no: "none", safe: "safe, applied by `--fix`", unsafe: "to be looked at before it is applied" } as const;

/** Ends in a newline. */
export function renderRuleText(
  { name, group, tier, severity, since, fixable, docs }: Rule,
  { colour }: { readonly colour: boolean },
): string {
  const paint = paintWith(colour);
  const facts = [`group ${group}`, TIERS[tier], `since ${since}`, `fix: ${FIXES[fixable]}`].join(" · ");
  return [
    `${paint("bold", name)}  ${paint(SEVERITY_INKS[severity], severity)}`,
    paint("dim", facts),
    docs.what.trim(),
    `${paint("bold", "Why")}\n${docs.why.trim()}`,
    `${paint("bold", "Example")}\n${indent(docs.example)}`,
    `${paint("bold", "Instead")}\n${indent(docs.instead)}`,
    `${paint("bold", "Source")}\n${docs.source.trim()}\n`,
  ].join("\n\n");
}

function indent(code: string): string {
  return code.replace(/^\n+|\s+$/g, "").replace(/^(?=.)/gm, "    ");
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
