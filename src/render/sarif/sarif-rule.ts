/** A rule as SARIF describes it. GitHub shows `help.markdown` beside an alert, filters by `tags` and orders by `precision` and `problem.severity`. */
import type { RuleDescription } from "../../rules/rule.ts";
import type { Finding } from "../../types/review-report.ts";
import { sarifLevel } from "./sarif-result.ts";

const PROBLEMS = { error: "error", warning: "warning", info: "recommendation" } as const;

/** `described` is absent for what is no rule: a rule that crashed. */
export function sarifRule({ rule, tier }: Finding, described: RuleDescription | undefined): object {
  if (described === undefined) return { id: rule, shortDescription: { text: rule.replaceAll("-", " ") }, properties: { tags: [tier] } };
  const { docs, group } = described;
  return {
    id: rule,
    shortDescription: { text: docs.what },
    fullDescription: { text: `${docs.what} ${docs.why}` },
    help: { text: helpText(described), markdown: helpMarkdown(described) },
    defaultConfiguration: { level: sarifLevel(described.severity) },
    properties: {
      tags: [...new Set(["dagster", group, tier])],
      precision: described.tier === "dagster-would-fail" ? "very-high" : "high",
      "problem.severity": PROBLEMS[described.severity],
    },
  };
}

function helpText({ docs }: RuleDescription): string {
  return `${docs.what}\n\n${docs.why}\n\n${docs.base === undefined ? "" : `Before the change:\n\n${docs.base}\n`}Example:\n\n${docs.example}\nInstead:\n\n${docs.instead}\nSource: ${docs.source}\n`;
}

function helpMarkdown({ name, docs }: RuleDescription): string {
  const fence = (code: string) => `\`\`\`python\n${code.trimEnd()}\n\`\`\``;
  return [
    docs.what,
    docs.why,
    ...(docs.base === undefined ? [] : [`**Before the change**\n\n${fence(docs.base)}`]),
    `**Example**\n\n${fence(docs.example)}`,
    `**Instead**\n\n${fence(docs.instead)}`,
    `Source: ${docs.source}`,
    `Suppress it at its line with \`# dagsight: ignore[${name}] reason\`.`,
  ].join("\n\n");
}
