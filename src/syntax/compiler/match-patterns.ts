/** Patterns of `match` that CPython refuses: what nothing gets past stands last, and a name is bound once and in every alternative. */
import type { MatchCase, Pattern } from "../statement.ts";
import type { Checker } from "./checker.ts";

export function checkCases(cases: readonly MatchCase[], checker: Checker): void {
  for (const [index, { pattern, guard }] of cases.entries()) {
    if (!guard && index < cases.length - 1 && takesAll(pattern))
      refuse(checker, pattern, "this pattern takes everything: what follows it cannot be reached");
    checkPattern(pattern, checker);
  }
}

function refuse(checker: Checker, { start, end }: Pattern, message: string): void {
  checker.errors.push({ start, end, message });
}

function takesAll(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case "capture-pattern":
      return true;
    case "as-pattern":
      return takesAll(pattern.pattern);
    case "or-pattern":
      return pattern.options.some(takesAll);
    default:
      return false;
  }
}

/** Refuses, and gives the names that the pattern binds. */
function checkPattern(pattern: Pattern, checker: Checker): readonly string[] {
  if (pattern.kind === "or-pattern") return checkOptions(pattern.options, checker);
  const parts = partsOf(pattern);
  if (pattern.kind === "sequence-pattern" && pattern.items.filter(({ kind }) => kind === "star-pattern").length > 1)
    refuse(checker, pattern, "several starred names in one pattern");
  const problem = problemOf(pattern);
  if (problem !== undefined) refuse(checker, pattern, problem);
  const names = [...ownNames(pattern), ...parts.flatMap((part) => checkPattern(part, checker))];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(checker, pattern, `\`${twice}\` is bound twice in one pattern`);
  return [...new Set(names)];
}

function checkOptions(options: readonly Pattern[], checker: Checker): readonly string[] {
  const names = options.map((option) => checkPattern(option, checker));
  const [first = [], ...others] = names.map((list) => [...list].sort());
  for (const [index, option] of options.entries()) {
    if (index < options.length - 1 && takesAll(option))
      refuse(checker, option, "this pattern takes everything: what follows it cannot be reached");
    else if (index > 0 && others[index - 1]?.join() !== first.join())
      refuse(checker, option, "alternatives of a pattern bind different names");
  }
  return first;
}

/** What is wrong with the pattern itself, whatever stands in it. */
function problemOf(pattern: Pattern): string | undefined {
  switch (pattern.kind) {
    case "as-pattern":
      return pattern.name === "_" ? "`_` cannot be the target of a pattern" : undefined;
    case "mapping-pattern": {
      const keys = pattern.entries.map(({ key }) => key);
      if (keys.some(({ kind }) => kind === "name")) return "the keys of a mapping pattern are literals or dotted names";
      const twice = repeated(keys.flatMap((key) => (key.kind === "string" ? [`"${key.value}"`] : key.kind === "number" ? [key.text] : [])));
      return twice === undefined ? undefined : `the key ${twice} is checked twice in one pattern`;
    }
    case "class-pattern": {
      const [first] = pattern.keywords;
      const twice = repeated(pattern.keywords.map(({ name }) => name));
      if (twice !== undefined) return `the attribute \`${twice}\` is checked twice in one pattern`;
      const isLate = first !== undefined && pattern.positional.some(({ start }) => start > first.pattern.start);
      return isLate ? "positional patterns come before those with names" : undefined;
    }
    case "value-pattern":
      return pattern.value.kind === "formatted-string" ? "a pattern is a literal or a dotted name, no f-string" : undefined;
    default:
      return undefined;
  }
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) !== index);
}

function ownNames(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case "capture-pattern":
    case "star-pattern":
      return pattern.name === undefined ? [] : [pattern.name];
    case "as-pattern":
      return [pattern.name];
    case "mapping-pattern":
      return pattern.rest === undefined ? [] : [pattern.rest];
    default:
      return [];
  }
}

function partsOf(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case "sequence-pattern":
      return pattern.items;
    case "mapping-pattern":
      return pattern.entries.map((entry) => entry.pattern);
    case "class-pattern":
      return [...pattern.positional, ...pattern.keywords.map((keyword) => keyword.pattern)];
    case "as-pattern":
      return [pattern.pattern];
    default:
      return [];
  }
}
