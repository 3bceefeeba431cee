/**
 * Components that Dagster refuses for what their YAML, or a Python file of the `defs` folder, says, as reading them found: one kind of refusal
 * at a time. What the attributes of a component are when Python writes them has rules of its own.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { RefusalKind } from "../../../dagster/library/refusal.ts";
import type { Unknown } from "../../../python/value.ts";
import type { Reported, RuleContext } from "../../rule.ts";
import { remember } from "../remember.ts";

type RefusedComponent = Pick<Unknown, "at"> & NonNullable<Unknown["refusal"]>;
type Wording = Required<Pick<Reported, "why" | "help">> & { readonly message?: string };

/** The message is the problem in Dagsight's words, unless the wording has another. */
export function reportRefusedComponents(
  { location, report }: RuleContext,
  kinds: readonly RefusalKind[],
  wording: (refused: RefusedComponent) => Wording,
): void {
  const wanted: readonly string[] = kinds;
  for (const refused of refusedComponents(location)) {
    if (!wanted.includes(refused.kind)) continue;
    report({ message: refused.problem, location: refused.at, subject: `file:${refused.at.path}`, ...wording(refused) });
  }
}

/** Of a value that the attributes hold, wherever they are written. */
const OF_VALUES: ReadonlySet<string> = new Set<RefusalKind>(["value", "wrong-attribute", "missing-attribute", "not-in-scope"]);

const refusedComponents: (location: LoadedLocation) => readonly RefusedComponent[] = remember(({ gaps, problems }) => {
  const found = new Map<string, RefusedComponent>();
  for (const { refusal, at } of [...gaps, ...problems.flatMap((problem) => problem.gap ?? [])].flatMap(withCauses)) {
    if (!refusal || (at.path.endsWith(".py") && OF_VALUES.has(refusal.kind))) continue;
    found.set(JSON.stringify([at, refusal.problem]), { ...refusal, at });
  }
  return [...found.values()];
});

function withCauses(gap: Unknown): readonly Unknown[] {
  return gap.cause ? [gap, ...withCauses(gap.cause)] : [gap];
}
