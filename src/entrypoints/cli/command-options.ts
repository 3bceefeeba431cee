/** Options that several commands share, and how a command is run: declared once, so that they read and mean the same everywhere. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "./io.ts";

export type Settle = (code: ExitCode) => void;

/** Dagster's own flags for naming an entry. */
export function withEntries(command: Command): Command {
  return command
    .option("-m, --module-name <module>", "a module with definitions (repeatable)", collect, [])
    .option("-f, --python-file <file>", "a file with definitions (repeatable)", collect, [])
    .option("--autoload-defs-module-name <module>", "a module whose submodules are loaded as definitions")
    .option("-d, --working-directory <folder>", "the folder that imports start from")
    .option("-a, --attribute <name>", "the variable or function that holds the definitions")
    .option(
      "--env <name=value>",
      "an environment variable that the code is read with (repeatable); all others count as unset",
      collectVariable,
      {},
    );
}

export function withShared(command: Command): Command {
  return command
    .option("-o, --output <file>", "write the document to a file")
    .option("-q, --quiet", "no progress and no notes on standard error")
    .option("-v, --verbose", "say what is done, and how long it takes")
    .option("--no-color", "no colours (they are used on a terminal only; NO_COLOR is honoured)");
}

/** The first choice is the default. */
export function formatOption(choices: readonly string[]): Option {
  return new Option("--format <format>", "how to print it").choices(choices).default(choices[0]);
}

export function runs<Options>(
  command: Command,
  settle: Settle,
  run: (options: Options, args: readonly string[]) => Promise<ExitCode>,
): void {
  command.allowExcessArguments(false).action(async () => settle(await run(command.opts() as Options, command.args)));
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

/** `graph,asset-cycle` as well as one name at a time. */
export function collectNames(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, ...value.split(",").map((name) => name.trim())];
}

function collectVariable(value: string, previous: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const equals = value.indexOf("=");
  if (equals < 1) throw new InvalidArgumentError("Expected NAME=VALUE.");
  return { ...previous, [value.slice(0, equals)]: value.slice(equals + 1) };
}
