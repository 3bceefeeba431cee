/** The findings of a check in the format that was asked for. What only one format needs is loaded for it alone. */
import { packageVersion, readTemplates } from "../../../adapters/files/package-files.ts";
import { exhaustive } from "../../../base/exhaustive.ts";
import { renderJsonPieces } from "../../../render/json/stable-document.ts";
import { renderConcise, renderStatistics } from "../../../render/terminal/concise-text.ts";
import { renderCheckText, type TextOptions } from "../../../render/terminal/findings-text.ts";
import { RULES } from "../../../rules/registry.ts";
import type { CodeLocation } from "../../../types/graph-document.ts";
import type { CheckReport } from "../../../types/review-report.ts";
import type { CheckFormat } from "../options.ts";
import type { Document } from "./document.ts";

interface CheckRendering {
  readonly format: CheckFormat;
  readonly statistics?: true;
}

/** `locations` are for the page, which draws them; no other format wants their documents, which are made when they are asked for. */
type CheckTextOptions = TextOptions & { readonly locations: readonly { readonly document: CodeLocation }[] };

export async function renderCheck(
  report: CheckReport,
  { format, statistics }: CheckRendering,
  { locations, ...text }: CheckTextOptions,
): Promise<Document> {
  if (statistics) return renderStatistics(report, text);
  const { findings } = report;
  switch (format) {
    case "text":
      return renderCheckText(report, text);
    case "concise":
      return renderConcise(report, text);
    case "json":
      return { pieces: renderJsonPieces(report) };
    case "github":
      return (await import("../../../render/github/workflow-commands.ts")).renderWorkflowCommands(findings);
    case "gitlab":
      return (await import("../../../render/gitlab/code-quality.ts")).renderCodeQuality(findings);
    case "junit":
      return (await import("../../../render/junit/junit.ts")).renderJunit(findings);
    case "markdown":
      return (await import("../../../render/markdown/findings-markdown.ts")).renderCheckMarkdown(report);
    case "sarif": {
      const { renderSarif } = await import("../../../render/sarif/sarif.ts");
      return renderSarif(findings, { version: packageVersion(), category: "check", rules: RULES });
    }
    case "html": {
      const { createCheckPageRenderer } = await import("../../../render/html/check-page.ts");
      const sourceLine = text.sourceLine ?? (() => undefined);
      return createCheckPageRenderer(await readTemplates())(report, {
        version: packageVersion(),
        sourceLine,
        locations: locations.map(({ document }) => document),
      });
    }
    default:
      return exhaustive(format);
  }
}
