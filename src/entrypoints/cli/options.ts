/** What the shared options of the commands come as, in commander's spelling, and what they mean. */
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
