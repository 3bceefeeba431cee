/** What is going on, on standard error: with `--verbose` every step, else a step only when the run has lasted a second already. */
import type { Clock } from "../../../ports/clock.ts";
import type { CliIo } from "../io.ts";
import type { SharedOptions } from "../options.ts";

export interface Progress {
  /** Announces what comes next: `reading 403 files`. */
  step(message: string): void;
  /** Something the reader of the document should know and would not find in it. */
  note(message: string): void;
}

const PATIENCE = 1000;

export function createProgress(options: Pick<SharedOptions<string>, "quiet" | "verbose">, io: CliIo, clock: Clock): Progress {
  const start = clock.now();
  return {
    step(message) {
      const elapsed = clock.now() - start;
      if (options.verbose) io.stderr(`${(elapsed / 1000).toFixed(2)} s  ${message}\n`);
      else if (!options.quiet && elapsed >= PATIENCE) io.stderr(`${message} …\n`);
    },
    note(message) {
      if (!options.quiet) io.stderr(`${message}\n`);
    },
  };
}
