/**
 * Writing over a connection that may break after GitHub has done what was asked. To repeat the request blindly, as the retry plugin does,
 * would make a second comment; so such requests go out once, and what is repeated is the whole `ensure…`, which looks before it writes.
 */
import { hasCode } from "./failure.ts";
import type { GitHubSession } from "./session.ts";

const ATTEMPTS = 4;
const FIRST_PAUSE = 1000;

/** Passed with a request whose repetition would add something: the retry plugin stays out of it. */
export const SENT_ONCE = { retries: 0 } as const;

/** Repeats `ensure` while the code host is unavailable, a few times. */
export async function untilAvailable<T>({ clock, log }: Pick<GitHubSession, "clock" | "log">, ensure: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ensure();
    } catch (error) {
      if (attempt === ATTEMPTS || !hasCode(error, "code-host-unavailable")) throw error;
      log.warn("GitHub failed in the middle; looking again", { attempt, error: String(error) });
      await clock.sleep(FIRST_PAUSE * attempt ** 2);
    }
  }
}
