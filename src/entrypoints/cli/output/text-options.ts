/** How text for a person is written: with colours on a terminal, with the line of code where it is at hand. */

import type { SourceLine, TextOptions } from "../../../render/terminal/findings-text.ts";
import type { TextOf } from "../../../report/finding.ts";
import type { CliIo } from "../io.ts";
import type { SharedOptions } from "../options.ts";

export function textOptions(options: SharedOptions<string>, io: CliIo, textOf: TextOf): TextOptions {
  return { colour: usesColour(options, io), sourceLine: sourceLines(textOf) };
}

/** Source: no-color.org: any value of `NO_COLOR` that is not empty. A document in a file has no colours. */
export function usesColour({ color, output }: Pick<SharedOptions<string>, "color" | "output">, io: CliIo): boolean {
  const { NO_COLOR } = io.env;
  return color && io.interactive && !NO_COLOR && output === undefined;
}

function sourceLines(textOf: TextOf): SourceLine {
  const files = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines = files.get(file) ?? (textOf(file) ?? "").split(/\r\n|\r|\n/);
    files.set(file, lines);
    return lines[line - 1];
  };
}
