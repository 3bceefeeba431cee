/** `dagsight edit OP …` as commander sees it: one subcommand an operation, from one table. */
import type { Command } from "commander";
import type { EditRequest } from "../../edit/edit-request.ts";
import type { EditOptions } from "./commands/edit.ts";
import type { CliIo, ExitCode } from "./io.ts";

interface EditOperation {
  readonly name: EditRequest["kind"];
  readonly description: string;
  /** What stands before PATH. */
  readonly args: readonly string[];
  request(args: readonly string[]): EditRequest;
}

const OPERATIONS: readonly EditOperation[] = [
  {
    name: "rename-asset",
    description: "Rename an asset everywhere: definition, consumers and their parameters, selections, checks, tests.",
    args: ["old", "new"],
    request: ([asset = "", to = ""]) => ({ kind: "rename-asset", asset, to }),
  },
];

export interface Declaring {
  readonly io: CliIo;
  settle(code: ExitCode): void;
  /** Adds the options that all commands have. */
  withShared(command: Command): Command;
}

export function declareEdit(program: Command, { io, settle, withShared }: Declaring): void {
  const edit = program
    .command("edit")
    .description("Change the graph, and the Python follows: only what is meant changes, by a byte.")
    .addHelpText("after", EXAMPLES);
  for (const { name, description, args, request } of OPERATIONS) {
    const command = edit.command(name).description(description);
    for (const arg of args) command.argument(`<${arg}>`);
    command
      .argument("[path]", "a folder, in which code locations are looked for, or a Python file", ".")
      .option("--diff", "print the patch and write nothing")
      .option("--check", "only say whether it can be done (exit code 1: it cannot)");
    withShared(command)
      .allowExcessArguments(false)
      .action(async () => {
        const { runEdit } = await import("./commands/edit.ts");
        const path = command.args[args.length] ?? ".";
        settle(await runEdit(request(command.args), path, command.opts() as EditOptions, io));
      });
  }
}

const EXAMPLES = `
Examples:
  $ dagsight edit rename-asset raw/orders raw/purchases
  $ dagsight edit rename-asset orders purchases services/shop --diff`;
