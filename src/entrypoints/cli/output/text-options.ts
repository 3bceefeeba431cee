/** How text for a person is written: with colours on a terminal, with the line of code where it is at hand. */

import type { SourceLine, TextOptions } from "../../../render/terminal/findings-text.ts";
import type { RuleTextOptions } from "../../../render/terminal/rule-text.ts";
import type { TextOf } from "../../../report/finding.ts";
import type { CliIo } from "../io.ts";
import type { SharedOptions } from "../options.ts";

export function textOptions(options: SharedOptions<string>, io: CliIo, textOf: TextOf): TextOptions {
  return { colour: usesColour(options, io), sourceLine: sourceLines(textOf), ...terminalWidth(options, io) };
}

/** For the catalogue of rules: wrapped where there is a terminal to fit. */
export function ruleTextOptions(options: Pick<SharedOptions<string>, "color" | "output">, io: CliIo): RuleTextOptions {
  return { colour: usesColour(options, io), ...terminalWidth(options, io) };
}

function terminalWidth({ output }: Pick<SharedOptions<string>, "output">, { interactive, columns }: CliIo): { readonly columns?: number } {
  return output === undefined && interactive && columns !== undefined ? { columns } : {};
}

/**
 * Sources: no-color.org: any value of `NO_COLOR` that is not empty; force-color.org: the same for `FORCE_COLOR`, for terminals that do not look like
 * one (CI logs), where Node's own `0` means no. A document in a file has no colours.
 */
export function usesColour({ color, output }: Pick<SharedOptions<string>, "color" | "output">, io: CliIo): boolean {
  const { NO_COLOR, FORCE_COLOR } = io.env;
  if (!color || NO_COLOR || output !== undefined) return false;
  return FORCE_COLOR ? FORCE_COLOR !== "0" : io.interactive;
}

function sourceLines(textOf: TextOf): SourceLine {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? (textOf(file) ?? "").split(/\r\n|\r|\n/);
    files.set(file, lines);
    return lines[line - 1];
  };
}
