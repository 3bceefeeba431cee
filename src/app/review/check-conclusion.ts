/** What the check run says and concludes. Findings decide, as the configuration wants; a breaking change is news and no failure. */
import type { CheckConclusion, CheckOutput } from "../../ports/code-host.ts";
import { type CheckAnnotation, renderCheckRun } from "../../render/github/check-run.ts";
import { renderConfigurationProblems } from "../../render/github/configuration-problems.ts";
import type { RenderedComment } from "../../render/markdown/render-comment.ts";
import type { CheckConfiguration } from "../../types/configuration.ts";
import type { ReviewReport } from "../../types/review-report.ts";
import type { JudgedChange } from "./judge-change.ts";

/** Two requests' worth: who has more findings reads them elsewhere. */
const MOST_ANNOTATIONS = 100;

/** `neutral` where there is something to look at and nobody wants it to stop a merge. */
export function concludeCheck({ verdict, findings }: ReviewReport, { failOn, newOnly }: CheckConfiguration): CheckConclusion {
  if (verdict === "nothing-of-dagster") return "skipped";
  const counted = newOnly ? findings.new : [...findings.new, ...findings.existing];
  const problems = counted.filter(({ severity }) => severity === "error" || (failOn !== "error" && severity === "warning"));
  if (problems.length > 0) return failOn === "never" ? "neutral" : "failure";
  return verdict === "breaking" ? "neutral" : "success";
}

export function checkOutput({ report, configurationFindings }: JudgedChange, comment: RenderedComment): CheckOutput {
  const { title, summary, annotations, omittedAnnotations } = renderCheckRun(report, comment, MOST_ANNOTATIONS);
  const text = renderConfigurationProblems(configurationFindings);
  const more = omittedAnnotations > 0 ? `\n\n${omittedAnnotations} more findings have no annotation.` : "";
  return { title, summary: `${summary}${more}`, ...(text === null ? {} : { text }), annotations: annotations.map(portAnnotation) };
}

function portAnnotation(annotation: CheckAnnotation): CheckOutput["annotations"][number] {
  const { path, start_line: startLine, end_line: endLine, start_column: start, end_column: end, title, message } = annotation;
  const columns = start === undefined || end === undefined ? {} : { columns: { start, end } };
  return { path, startLine, endLine, ...columns, level: annotation.annotation_level, title, message };
}
