/** A review in the format that was asked for. Only the Markdown needs templates, so only it loads them. */
import { packageVersion, readTemplates } from "../../../adapters/files/package-files.ts";
import { exhaustive } from "../../../base/exhaustive.ts";
import { renderJson } from "../../../render/json/stable-document.ts";
import type { TextOptions } from "../../../render/terminal/findings-text.ts";
import { renderReviewText } from "../../../render/terminal/review-text.ts";
import { RULES } from "../../../rules/registry.ts";
import type { ReviewReport } from "../../../types/review-report.ts";
import type { ReviewFormat } from "../options.ts";

/** `maxNodes` of the comment, as configured. */
export async function renderReview(
  report: ReviewReport,
  format: ReviewFormat,
  { maxNodes, ...text }: TextOptions & { readonly maxNodes: number },
): Promise<string> {
  switch (format) {
    case "text":
      return renderReviewText(report, text);
    case "markdown":
      return renderComment(report, maxNodes);
    case "json":
      return renderJson(report);
    case "html": {
      const { createReviewPageRenderer } = await import("../../../render/html/review-page.ts");
      return createReviewPageRenderer(await readTemplates())(report);
    }
    case "sarif": {
      const { renderSarif } = await import("../../../render/sarif/sarif.ts");
      return renderSarif(report.findings.new, { version: packageVersion(), category: "review", rules: RULES });
    }
    case "github":
      return (await import("../../../render/github/workflow-commands.ts")).renderWorkflowCommands(report.findings.new);
    default:
      return exhaustive(format);
  }
}

async function renderComment(report: ReviewReport, maxNodes: number): Promise<string> {
  const { createCommentRenderer } = await import("../../../render/markdown/render-comment.ts");
  return createCommentRenderer(await readTemplates())(report, maxNodes).body;
}
