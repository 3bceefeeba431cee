/** `dagsight check --format html`: the findings by file, each with its line of code. */
import { groupBy } from "../../base/group-by.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import type { CheckReport, Finding } from "../../types/review-report.ts";
import { concernedGraph } from "../diagram/concerned-graph.ts";
import { renderChangePicture } from "../svg/change-picture.ts";
import type { TemplateTexts } from "../templates.ts";
import { checkTotals } from "../wording/finding-words.ts";
import { message } from "../wording/phrase.ts";
import { phraseHtml, textHtml } from "./escape.ts";
import { createPage } from "./page.ts";

export interface CheckPageOptions {
  /** Of Dagsight. */
  readonly version: string;
  readonly sourceLine: (file: string, line: number) => string | undefined;
  /** What was checked; assets with findings are drawn. */
  readonly locations: readonly CodeLocation[];
}

export function createCheckPageRenderer(templates: TemplateTexts): (report: CheckReport, options: CheckPageOptions) => string {
  const page = createPage(templates, "html/check.hbs");
  return (report, { version, sourceLine, locations }) => {
    const { errors, warnings } = report.summary;
    const title = textHtml(checkTotals(report));
    const files = [...groupBy(report.findings, ({ file }) => file)];
    return page(title, {
      title,
      tone: errors > 0 ? "bad" : warnings > 0 ? "unsure" : "good",
      version: textHtml(version),
      pictures: picturesOf(report, locations),
      files: files.map(([file, findings]) => ({
        file: textHtml(file),
        findings: findings.map((finding) => findingView(finding, sourceLine(file, finding.line))),
      })),
    });
  };
}

/** Of each code location the assets that findings name, and what is around them. */
function picturesOf({ findings }: CheckReport, locations: readonly CodeLocation[]): readonly object[] {
  return locations.flatMap((location) => {
    const picture = renderChangePicture(concernedGraph(location, findings), `What the findings in ${location.name} concern`, () => null);
    return picture === null ? [] : [{ name: textHtml(location.name), picture: picture.svg }];
  });
}

function findingView({ severity, rule, line, column, message: what, why, help }: Finding, code: string | undefined): object {
  const words = (text: string | null) => (text === null ? null : phraseHtml(message(text), () => null));
  const shown = code?.trim().slice(0, 200) ?? "";
  return {
    severity,
    rule: textHtml(rule),
    place: textHtml(`${line}:${column}`),
    what: words(what),
    why: words(why),
    help: words(help),
    code: shown === "" ? null : textHtml(shown),
  };
}
