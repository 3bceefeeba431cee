/** Which of a repository's files configures Dagsight. Reading them is the caller's. */
import { CONFIGURATION_FILES } from "./configuration-files.ts";
import { configurationProblem } from "./configuration-problem.ts";
import type { ParsedConfiguration } from "./parse-configuration.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import { unknownRuleNames } from "./rule-names.ts";

/**
 * The first file that says something, out of the texts of those of {@link CONFIGURATION_FILES} that exist; a second one is a warning. `ruleNames` are
 * those of all rules and groups: another one is an error, and means nothing.
 */
export function chooseConfiguration(texts: ReadonlyMap<string, string>, ruleNames: ReadonlySet<string>): ParsedConfiguration | undefined {
  const [chosen, ...others] = CONFIGURATION_FILES.flatMap((path) => {
    const text = texts.get(path);
    return text === undefined ? [] : [parseConfiguration(text, path)];
  }).filter(({ present }) => present);
  if (chosen === undefined) return undefined;
  const unread = others.map(({ path, root }) => {
    const at = root?.span.start ?? 0;
    const message = `\`${chosen.path}\` configures Dagsight already: this one is not read`;
    return configurationProblem({ path, span: { start: at, end: at }, severity: "warning", message });
  });
  const unknown = chosen.root === undefined ? [] : unknownRuleNames(chosen.root, chosen.path, ruleNames);
  return { ...chosen, diagnostics: [...chosen.diagnostics, ...unknown, ...unread] };
}
