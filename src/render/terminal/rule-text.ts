/** The catalogue of rules and one rule's page, for a terminal. */
import { groupBy } from "../../base/group-by.ts";
import type { RuleDescription } from "../../rules/rule.ts";
import { count } from "../wording/phrase.ts";
import { paintWith, SEVERITY_INKS } from "./palette.ts";
import { wrap } from "./wrap.ts";

export interface RuleTextOptions {
  readonly colour: boolean;
  /** Columns of the terminal; absent where there is none. */
  readonly columns?: number;
}

/** Longer lines are hard to read, however wide the window is. */
const MAX_COLUMNS = 110;
const MIN_PROSE = 50;
const BELOW = 6;

/** Ends in a newline; groups in the order of the catalogue. */
export function renderRulesText(rules: readonly RuleDescription[], { colour, columns }: RuleTextOptions): string {
  const paint = paintWith(colour);
  const nameWidth = Math.max(0, ...rules.map(({ name }) => name.length));
  const beside = nameWidth + "    warning  [*]  ".length;
  const width = widthOf(columns);
  // In a narrow window what a rule finds stands below its name.
  const isNarrow = width !== undefined && width - beside < MIN_PROSE;
  const indent = isNarrow ? BELOW : beside;
  const blocks = [...groupBy(rules, ({ group }) => group)].map(([group, own]) => {
    const lines = own.map(({ name, severity, fixable, docs }) => {
      const level = paint(SEVERITY_INKS[severity], severity.padEnd(7));
      const head = `  ${name.padEnd(nameWidth)}  ${level}  ${fixable === "no" ? "   " : "[*]"}`;
      return `${isNarrow ? `${head.trimEnd()}\n${" ".repeat(BELOW)}` : `${head}  `}${wrap(firstLine(docs.what), width, indent)}`;
    });
    return [paint("bold", group), ...lines].join("\n");
  });
  const fixable = rules.filter((rule) => rule.fixable !== "no").length;
  const closing = `${count(rules.length, "rule")}, [*] ${fixable} with fixes. \`dagsight explain RULE\` shows a rule's page.`;
  return `${[...blocks, wrap(closing, width)].join("\n\n")}\n`;
}

const TIERS = {
  "dagster-would-fail": "Dagster refuses to load it",
  "dagster-would-not-notice": "Dagster loads it, and it is a defect",
  practice: "a matter of practice",
} as const;

const FIXES = { no: "no fix", safe: "fixed by `--fix`", unsafe: "fixed by `--fix --unsafe-fixes`" } as const;

/** Ends in a newline. */
export function renderRuleText(
  { name, group, tier, severity, since, fixable, docs }: RuleDescription,
  { colour, columns }: RuleTextOptions,
): string {
  const paint = paintWith(colour);
  const prose = (text: string) => wrap(text.trim(), widthOf(columns));
  return [
    `${paint("bold", name)}  ${paint(SEVERITY_INKS[severity], severity)}\n${paint("dim", [`group ${group}`, TIERS[tier], FIXES[fixable], `since ${since}`].join(" · "))}`,
    prose(docs.what),
    `${paint("bold", "Why")}\n${prose(docs.why)}`,
    ...(docs.base === undefined ? [] : [`${paint("bold", "Before the change")}\n${indented(docs.base)}`]),
    `${paint("bold", "Example")}\n${indented(docs.example)}`,
    `${paint("bold", "Instead")}\n${indented(docs.instead)}`,
    `${paint("bold", "To allow it")}\n    # dagsight: ignore[${name}] reason    at its line, or the line above\n    rules: {${name}: off}    in .github/dagsight.yml`,
    `${paint("bold", "Source")}\n${docs.source.trim()}\n`,
  ].join("\n\n");
}

function widthOf(columns: number | undefined): number | undefined {
  return columns === undefined ? undefined : Math.min(columns, MAX_COLUMNS);
}

function indented(code: string): string {
  return code.replace(/^\n+|\s+$/g, "").replace(/^(?=.)/gm, "    ");
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
