// Writes docs/rules.md from the rules themselves. `--check` writes nothing and fails when the page is not what it would be.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { RULES } from "../src/rules/registry.ts";

const target = fileURLToPath(new URL("../docs/rules.md", import.meta.url));

const TIERS = {
  "dagster-would-fail": "Dagster refuses to load the code location",
  "dagster-would-not-notice": "Dagster loads it, and it is a defect",
  practice: "a matter of practice",
};

function page() {
  const groups = [...Map.groupBy(RULES, ({ group }) => group)];
  const counts = Object.keys(TIERS).map((tier) => `${RULES.filter((rule) => rule.tier === tier).length} of \`${tier}\``);
  return `# Rules

<!-- Written by scripts/generate-rules-page.mjs from the rules themselves: change them, not this page. -->

${RULES.length} rules: ${counts.join(", ")}. \`dagsight explain RULE\` shows a page of these, \`dagsight rules\` the list.

| Tier | A finding says |
| --- | --- |
${Object.entries(TIERS)
  .map(([tier, meaning]) => `| \`${tier}\` | ${meaning} |`)
  .join("\n")}

A finding that hangs on something that cannot be read is never an error: it steps down to \`info\` and names what is not known.

${groups.map(([group, rules]) => table(group, rules)).join("\n")}
${groups.map(([group, rules]) => `## ${group}\n\n${rules.map(section).join("\n")}`).join("\n")}`;
}

function table(group, rules) {
  const rows = rules.map(
    ({ name, severity, fixable, docs }) =>
      `| [${name}](#${name}) | ${severity} | ${fixable === "no" ? "" : fixable} | ${cell(docs.what)} |`,
  );
  return `**${group}**\n\n| Rule | Severity | Fix | What |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function section({ name, tier, severity, since, fixable, docs }) {
  const facts = [`\`${tier}\``, severity, fixable === "no" ? "no fix" : `${fixable} fix`, `since ${since}`];
  return `### ${name}

${facts.join(" · ")}

${docs.what}

${docs.why}

${docs.base === undefined ? "" : `Before the change:\n\n\`\`\`python\n${docs.base.trimEnd()}\n\`\`\`\n\nAfter it:\n\n`}\`\`\`${languageOf(docs)}
${docs.example.trimEnd()}
\`\`\`

Instead:

\`\`\`${languageOf(docs)}
${docs.instead.trimEnd()}
\`\`\`

Source: ${docs.source}
`;
}

function languageOf({ setting }) {
  const extension = setting?.path.split(".").at(-1) ?? "py";
  return { py: "python", yml: "yaml" }[extension] ?? extension;
}

/** One row stays one row. */
function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

const text = page();
if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
  console.log(`docs/rules.md: ${RULES.length} rules`);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  console.error("docs/rules.md is stale: node scripts/generate-rules-page.mjs");
  process.exit(1);
}
