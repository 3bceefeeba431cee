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

/** The same for many paths, `off` where nothing is reported. */
export function levelsOf(rule: Rule, configuration: Configuration): (path: string) => RuleLevel {
  const { overrides, paths } = configuration;
  if (overrides.length + paths.include.length + paths.exclude.length === 0) {
    const level = levelOf(rule, "", configuration);
    return () => level;
  }
  const levels = new Map<string, RuleLevel>();
  return (path) => {
    const level = levels.get(path) ?? (isReportedPath(path, configuration) ? levelOf(rule, path, configuration) : "off");
    levels.set(path, level);
    return level;
  };
}

/** At no path is it anything but off: nobody would hear what it finds. */
export function isOffEverywhere(rule: Rule, configuration: Configuration): boolean {
  const names = [rule.name, rule.group];
  const isOverridden = configuration.overrides.some(({ rules }) => names.some((name) => rules[name] !== undefined));
  return !isOverridden && levelOf(rule, "", configuration) === "off";
}

/** Findings are about the files that `paths` selects. */
export function isReportedPath(path: string, { paths }: Configuration): boolean {
  const included = paths.include.length === 0 || matchAny(paths.include)(path);
  return included && !matchAny(paths.exclude)(path);
}
