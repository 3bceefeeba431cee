/** Which exit code a failure of the world means: 2 where the caller can put it right by calling differently, 3 where the machine failed. */
import type { FailureCode } from "../../../app/errors.ts";
import { exhaustive } from "../../../base/exhaustive.ts";
import type { ExitCode } from "../io.ts";

export function exitCodeOf(code: FailureCode): ExitCode {
  switch (code) {
    case "unknown-ref":
    case "no-merge-base":
    case "no-default-branch":
    case "not-a-repository":
    case "no-working-tree":
    case "objects-missing":
    case "git-not-installed":
    case "file-not-found":
    case "file-unreadable":
    case "file-unwritable":
    case "too-many-files":
    case "outside-repository":
      return 2;
    case "git-failed":
    case "code-host-forbidden":
    case "code-host-not-found":
    case "code-host-rate-limited":
    case "code-host-rejected":
    case "code-host-unauthorized":
    case "code-host-unavailable":
      return 3;
    default:
      return exhaustive(code);
  }
}
