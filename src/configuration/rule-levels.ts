/** What the configuration says about a rule in a file: `select`, `ignore`, `rules`, `overrides` and `paths` in one answer. */
import { matchAny, type PathMatcher } from "../base/glob.ts";
import type { Configuration, PathSelection, RuleLevel } from "../types/configuration.ts";

export interface RuleIdentity {
  readonly name: string;
  readonly group: string;
}

/** The level for findings of `rule` in the file `path`; undefined: the rule's own severity. */
export type RuleLevels = (rule: RuleIdentity, path: string) => RuleLevel | undefined;

export function createRuleLevels({ select, ignore, rules, overrides, paths }: Configuration): RuleLevels {
  const inPaths = matchSelection(paths);
  const compiled = overrides.map((override) => ({ matches: matchAny(override.paths), rules: override.rules }));
  const named = (names: readonly string[], { name, group }: RuleIdentity): boolean => names.includes(name) || names.includes(group);
  return (rule, path) => {
    if (named(ignore, rule) || (select.length > 0 && !named(select, rule)) || !inPaths(path)) return "off";
    const override = compiled.findLast((candidate) => candidate.matches(path) && levelIn(candidate.rules, rule) !== undefined);
    return levelIn(override?.rules ?? {}, rule) ?? levelIn(rules, rule);
  };
}

/** A rule's own entry wins over its group's. */
function levelIn(levels: Readonly<Record<string, RuleLevel>>, { name, group }: RuleIdentity): RuleLevel | undefined {
  if (Object.hasOwn(levels, name)) return levels[name];
  return Object.hasOwn(levels, group) ? levels[group] : undefined;
}

/** True for paths that are included (an empty `include` is everything) and not excluded. */
export function matchSelection({ include, exclude }: PathSelection): PathMatcher {
  const included = include.length === 0 ? () => true : matchAny(include);
  const excluded = matchAny(exclude);
  return (path) => included(path) && !excluded(path);
}
