/** What the configuration makes of a rule at a path: its own entry wins over its group's, an override over both, `ignore` over all. */
import { matchAny } from "../base/glob.ts";
import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Configuration, RuleLevel } from "../types/configuration.ts";
import type { Rule } from "./rule.ts";

export function levelOf(rule: Rule, path: string, configuration: Configuration): "off" | Severity {
  const { select, ignore, rules, overrides } = configuration;
  const named = (names: readonly string[]) => names.includes(rule.name) || names.includes(rule.group);
  if (named(ignore) || (select.length > 0 && !named(select))) return "off";
  const tables = [rules, ...overrides.filter((override) => matchAny(override.paths)(path)).map((override) => override.rules)];
  const fallback = rule.onRequest && !select.includes(rule.name) ? "off" : rule.severity;
  return tables.reduce<RuleLevel>((level, table) => table[rule.name] ?? table[rule.group] ?? level, fallback);
}

/** Findings are about the files that `paths` selects. */
export function isReportedPath(path: string, { paths }: Configuration): boolean {
  const included = paths.include.length === 0 || matchAny(paths.include)(path);
  return included && !matchAny(paths.exclude)(path);
}
