/** The command line in this process: fast, and with everything it says in hand. */
import { main } from "../../src/entrypoints/cli/main.ts";
import { GIT_ENVIRONMENT } from "./git-fixture.ts";

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCli(
  args: readonly string[],
  {
    cwd,
    env = {},
    interactive = false,
  }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>>; readonly interactive?: boolean },
): Promise<CliRun> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const exitCode = await main(args, {
    cwd,
    env: { ...GIT_ENVIRONMENT, ...env },
    interactive,
    columns: undefined,
    stdout: (text) => void stdout.push(text),
    stderr: (text) => void stderr.push(text),
  });
  return { exitCode, stdout: stdout.join(""), stderr: stderr.join("") };
}
