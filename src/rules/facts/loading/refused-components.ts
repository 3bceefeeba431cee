/** Components that Dagster refuses for what their YAML, or a Python file of the `defs` folder, says, as reading them found: what is wrong, and where. */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Unknown } from "../../../python/value.ts";
import { remember } from "../remember.ts";

export interface RefusedComponent {
  /** `` `attributs` is no key of a component ``. */
  readonly problem: string;
  readonly at: Location;
}

/** What other values than components are refused for has rules of its own where it stands in Python. */
const PREFIX = /^Dagster refuses this(?: component| template)?: /;
const OF_COMPONENT = /^Dagster refuses this component: /;

export const refusedComponents: (location: LoadedLocation) => readonly RefusedComponent[] = remember(({ gaps, problems }) => {
  const found = new Map<string, RefusedComponent>();
  for (const gap of [...gaps, ...problems.flatMap((problem) => problem.gap ?? [])].flatMap(withCauses)) {
    if (!(gap.at.path.endsWith(".py") ? OF_COMPONENT : PREFIX).test(gap.message)) continue;
    const problem = gap.message.replace(PREFIX, "");
    found.set(JSON.stringify([gap.at, problem]), { problem, at: gap.at });
  }
  return [...found.values()];
});

function withCauses(gap: Unknown): readonly Unknown[] {
  return gap.cause ? [gap, ...withCauses(gap.cause)] : [gap];
}
