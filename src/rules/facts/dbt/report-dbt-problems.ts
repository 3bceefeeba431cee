/**
 * What was wrong in the dbt projects that a code location leads to, one kind of problem at a time. A committed manifest stands for its
 * project whatever the files say: nothing is claimed of those then. What a package that is not there may bring makes an absence doubtful.
 */
import { dbtProjectsOf } from "../../../dagster/library/dbt/project/manifest.ts";
import type { DbtProject } from "../../../dbt/dbt-project.ts";
import type { DbtProblem, DbtProblemKind } from "../../../dbt/project/project-reading.ts";
import type { Unknown } from "../../../python/value.ts";
import type { Reported, RuleContext } from "../../rule.ts";

type Wording = Pick<Reported, "why" | "help"> & { readonly related?: string };

/** `severity` tells what dbt refuses (`error`) from what it lets pass. */
export function reportDbtProblems(
  { location, report }: RuleContext,
  { kinds, severity }: { readonly kinds: readonly DbtProblemKind[]; readonly severity: DbtProblem["severity"] },
  wording: (problem: DbtProblem) => Wording,
): void {
  for (const project of dbtProjectsOf(location.interpreter)) {
    for (const problem of project.problems) {
      if (!kinds.includes(problem.kind) || problem.severity !== severity) continue;
      const { related, ...words } = wording(problem);
      report({
        message: problem.message,
        location: problem.location,
        subject: `file:${problem.location.path}`,
        doubts: ABSENCES.has(problem.kind) ? missingPackages(project) : [],
        related: problem.related === undefined ? [] : [{ location: problem.related, message: related ?? "also here" }],
        ...words,
      });
    }
  }
}

/** Something that a package may hold. */
const ABSENCES: ReadonlySet<DbtProblemKind> = new Set(["unknown-ref", "unknown-source", "unknown-group", "unknown-doc", "lost-test"]);

function missingPackages({ gaps }: DbtProject): Unknown[] {
  const gap = gaps.find(({ node }) => node === undefined);
  return gap === undefined ? [] : [{ kind: "unknown", reason: gap.reason, message: gap.message, at: gap.location }];
}
