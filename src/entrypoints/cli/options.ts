/** What the shared options of the commands come as, in commander's spelling, and what they mean. */
export const GRAPH_FORMATS = ["mermaid", "svg", "dot", "json", "html", "text"] as const;
export const REVIEW_FORMATS = ["text", "markdown", "json", "html", "sarif", "github"] as const;
/** A diff has no findings, and so none of the formats that are for them. */
export const DIFF_FORMATS = ["text", "markdown", "json", "html"] as const;
export const CHECK_FORMATS = ["text", "concise", "json", "github", "gitlab", "sarif", "junit", "markdown", "html"] as const;
/** Of the catalogue. */
export const LIST_FORMATS = ["text", "json"] as const;

export type GraphFormat = (typeof GRAPH_FORMATS)[number];
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
export type DiffFormat = (typeof DIFF_FORMATS)[number];
export type CheckFormat = (typeof CHECK_FORMATS)[number];
export type ListFormat = (typeof LIST_FORMATS)[number];

export interface EntryOptions {
  readonly moduleName: readonly string[];
  readonly pythonFile: readonly string[];
  readonly autoloadDefsModuleName?: string;
  readonly workingDirectory?: string;
  readonly attribute?: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface SharedOptions<Format extends string> {
  readonly format: Format;
  readonly output?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color: boolean;
}
