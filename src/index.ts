/**
 * The library: the engine without its doors. Synchronous but for `createPythonParser`; what it reads comes in through a `SourceTree`.
 * The only barrel of the project, and the only promise about names.
 */
export type { FileContent, SourceTree } from "./base/source-tree.ts";
export type { Location, Span } from "./base/span.ts";
export { DEFAULT_CONFIGURATION } from "./configuration/default-configuration.ts";
export type { Analysis, AnalysisOptions, EntryPoint, LoadedLocation } from "./dagster/analysis.ts";
export { analyzeProject } from "./dagster/analyze-project.ts";
export type { Diagnostic, FileEdit, Fix, Severity, Tier } from "./diagnostics/diagnostic.ts";
export { comparedLocation } from "./diff/compared-location.ts";
export { diffLocations } from "./diff/diff-locations.ts";
export { renderGraphDiagram } from "./render/mermaid/graph-diagram.ts";
export { buildReviewReport } from "./report/build-review-report.ts";
export { RULES } from "./rules/registry.ts";
export type { Rule } from "./rules/rule.ts";
export { runRules } from "./rules/run-rules.ts";
export { createPythonParser, type PythonParser } from "./syntax/python-parser.ts";
export type { Configuration } from "./types/configuration.ts";
export type { CodeLocation, GraphDocument } from "./types/graph-document.ts";
export type { CheckReport, ReviewReport } from "./types/review-report.ts";
