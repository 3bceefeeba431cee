/** Takes out the findings that a comment suppresses, and remembers which comments did so: the others are unused. */
import type { Diagnostic } from "../diagnostic.ts";
import type { NamedRule } from "./directive.ts";
import type { FileSuppressions, Suppression } from "./suppressions.ts";

export interface Suppressed {
  readonly kept: readonly Diagnostic[];
  /** Names of directives that suppressed something. */
  readonly used: ReadonlySet<NamedRule>;
}

/** `groupOf` gives a rule's group: a directive may name either. A finding of no rule (`internal-error`) cannot be suppressed. */
export function suppress(
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, FileSuppressions>,
  groupOf: (rule: string) => string | undefined,
): Suppressed {
  const used = new Set<NamedRule>();
  const kept = diagnostics.filter(({ rule, location }) => {
    const group = groupOf(rule);
    const file = files.get(location.path);
    if (file === undefined || group === undefined) return true;
    const line = file.index.positionAt(location.start).line;
    const named = file.suppressions.filter((suppression) => coversLine(suppression, line)).flatMap(({ rules }) => rules);
    const speaking = named.filter(({ name }) => name === rule || name === group);
    for (const name of speaking) used.add(name);
    return speaking.length === 0;
  });
  return { kept, used };
}

function coversLine({ lines }: Suppression, line: number): boolean {
  return lines.first <= line && line <= lines.last;
}
