/** What the shared options of the commands come as, in commander's spelling, and what they mean. */
import type { CliIo } from "./io.ts";

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

/** Source: no-color.org: any value that is not empty. A document in a file has no colours. */
export function usesColor(options: SharedOptions<string>, io: CliIo): boolean {
  const { NO_COLOR } = io.env;
  return options.color && io.interactive && !NO_COLOR && options.output === undefined;
}
