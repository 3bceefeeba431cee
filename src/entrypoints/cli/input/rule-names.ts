/** Names of rules and groups as they stand on the command line: a typo must not switch a check off in silence. */
import { nearestWord } from "../../../base/edit-distance.ts";
import { RULES } from "../../../rules/registry.ts";
import { UsageError } from "../io.ts";

/** Throws `UsageError` for a name that is neither a rule nor a group. */
export function requireRuleNames(names: readonly string[]): void {
  const known = new Set(RULES.flatMap(({ name, group }): readonly string[] => [name, group]));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UsageError(unknownRule(unknown, known));
}

/** `known` are the names that could have been meant. */
export function unknownRule(name: string, known: Iterable<string>): string {
  const names = [...known];
  const nearest = names.find((candidate) => name.length > 2 && candidate.startsWith(name)) ?? nearestWord(name, names);
  return `There is no rule \`${name}\`. ${nearest === undefined ? "`dagsight rules` lists them." : `Did you mean \`${nearest}\`?`}`;
}
