/** What the command line has of the world around it. A test brings its own; `cli.ts` brings the process. */
export interface CliIo {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True when standard output is a terminal. */
  readonly interactive: boolean;
  /** Columns of the terminal; `undefined` when there is none. */
  readonly columns: number | undefined;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Resolves when the user wants a command that runs on to end. Absent where nobody can; asked only by such commands. */
  readonly interrupted?: () => Promise<void>;
}

/** 0 clean, 1 findings, 2 usage or configuration error, 3 a defect of ours or an unreachable service. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The command line itself is wrong: shown without a stack, with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
