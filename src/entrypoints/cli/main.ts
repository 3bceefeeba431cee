/**
 * One run of the command line: arguments in, exit code out, everything else through `io`. Errors end here, each kind once: what the
 * caller did wrong is a sentence, what we did wrong is a stack.
 */
import { CommanderError } from "commander";
import { isAppError } from "../../app/errors.ts";
import { type CliIo, type ExitCode, UsageError } from "./io.ts";
import { exitCodeOf } from "./output/exit-code.ts";
import { createProgram } from "./program.ts";

/** `argv` without the node binary and the script. Never throws, never ends the process. */
export async function main(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(error, io);
  }
}

function reportError(error: unknown, io: CliIo): ExitCode {
  // Commander has printed its message already; help and version come this way too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    io.stderr(`error: ${error.message}\n`);
    return 2;
  }
  if (isAppError(error)) {
    io.stderr(`error: ${error.message}\n`);
    return exitCodeOf(error.failure.code);
  }
  const stack = error instanceof Error ? error.stack : String(error);
  io.stderr(`internal error, a defect of Dagsight: please report it with the lines below\n${stack}\n`);
  return 3;
}
