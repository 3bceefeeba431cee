/**
 * The check run as data: title, summary, annotations, conclusion. GitHub counts the summary in bytes (65,535) whatever its documentation
 * says, takes 50 annotations a request, and wants columns only within one line.
 */
import type { Finding, ReviewReport } from "../../types/review-report.ts";
import type { RenderedComment } from "../markdown/render-comment.ts";
import { printableUpTo } from "../printable.ts";
import { verdictWords } from "../wording/verdict-words.ts";

export interface CheckRunOutput {
  readonly title: string;
  /** Markdown below 65,535 bytes: the comment's body, which is cut by the same ladder. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  /** Annotations that exist beyond those listed. */
  readonly omittedAnnotations: number;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

export const ANNOTATIONS_PER_REQUEST = 50;

const LEVELS: Readonly<Record<Finding["severity"], CheckAnnotation["annotation_level"]>> = {
  error: "failure",
  warning: "warning",
  info: "notice",
};
const SEVERITIES: readonly Finding["severity"][] = ["error", "warning", "info"];
const MAX_TITLE = 255;
const MAX_MESSAGE = 4_000;

/** Errors first; at most `limit` annotations, all of new findings. */
export function renderCheckRun(report: ReviewReport, comment: RenderedComment, limit = ANNOTATIONS_PER_REQUEST): CheckRunOutput {
  const ranked = SEVERITIES.flatMap((severity) => report.findings.new.filter((finding) => finding.severity === severity));
  return {
    title: printableUpTo(verdictWords(report).title, MAX_TITLE),
    summary: comment.body,
    annotations: ranked.slice(0, limit).map(annotationOf),
    omittedAnnotations: Math.max(ranked.length - limit, 0),
  };
}

function annotationOf(finding: Finding): CheckAnnotation {
  const text = [finding.message, finding.why, finding.help].filter((part) => part !== null).join("\n");
  const columns =
    finding.line === finding.endLine ? { start_column: finding.column, end_column: Math.max(finding.endColumn - 1, finding.column) } : {};
  return {
    path: finding.file,
    start_line: finding.line,
    end_line: Math.max(finding.endLine, finding.line),
    ...columns,
    annotation_level: LEVELS[finding.severity],
    title: printableUpTo(finding.rule, MAX_TITLE),
    message: text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE - 1)}…` : text,
  };
}
