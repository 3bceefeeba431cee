/** What the shared options of the commands come as, in commander's spelling, and what they mean. */
export const GRAPH_FORMATS = ["mermaid", "dot", "json"] as const;
export const REVIEW_FORMATS = ["text", "markdown", "json"] as const;
/** Of findings and of the catalogue. */
export const LIST_FORMATS = ["text", "json"] as const;

export type GraphFormat = (typeof GRAPH_FORMATS)[number];
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
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
