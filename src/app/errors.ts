/**
 * The world fails: what adapters throw and entry points handle, once each, by an exhaustive switch over `failure.code`.
 * What is wrong inside the user's Python is no failure but a diagnostic. Nobody matches messages.
 */
import { exhaustive } from "../base/exhaustive.ts";

export type Failure =
  /** No branch, tag or commit of that name. */
  | { readonly code: "unknown-ref"; readonly ref: string; readonly repository: string }
  /** `shallow`: the history was cut off when it was fetched, so a common ancestor may exist elsewhere. */
  | { readonly code: "no-merge-base"; readonly base: string; readonly head: string; readonly shallow: boolean }
  | { readonly code: "no-default-branch"; readonly repository: string }
  | { readonly code: "not-a-repository"; readonly path: string }
  /** A bare repository has no files on the disk to review. */
  | { readonly code: "no-working-tree"; readonly repository: string }
  /** The repository was cloned without these objects (a partial clone), or is damaged. */
  | { readonly code: "objects-missing"; readonly repository: string; readonly objects: readonly string[] }
  | { readonly code: "git-not-installed" }
  | { readonly code: "git-failed"; readonly args: readonly string[]; readonly exitCode: number | null; readonly stderr: string }
  | { readonly code: "file-not-found"; readonly path: string }
  | { readonly code: "file-unreadable"; readonly path: string; readonly reason: string }
  | { readonly code: "file-unwritable"; readonly path: string; readonly reason: string }
  | { readonly code: "too-many-files"; readonly path: string; readonly limit: number }
  | { readonly code: "outside-repository"; readonly path: string; readonly repository: string }
  /** No answer, or one of its own failures; `status` is null when the connection was lost. Worth another try. */
  | { readonly code: "code-host-unavailable"; readonly operation: string; readonly status: number | null }
  /** Worth another try after so many seconds, and not before. */
  | { readonly code: "code-host-rate-limited"; readonly operation: string; readonly retryAfterSeconds: number }
  /** The credentials are not taken: a wrong key, or an installation that was suspended or removed. */
  | { readonly code: "code-host-unauthorized"; readonly operation: string; readonly reason: string }
  /** The credentials are good and do not allow this: a permission that the installation has not given. */
  | { readonly code: "code-host-forbidden"; readonly operation: string; readonly reason: string }
  | { readonly code: "code-host-not-found"; readonly operation: string }
  /** Understood and refused: what we sent is against a rule or a limit. */
  | { readonly code: "code-host-rejected"; readonly operation: string; readonly status: number; readonly reason: string };

export type FailureCode = Failure["code"];

export class AppError extends Error {
  override readonly name = "AppError";
  readonly failure: Failure;
  /** True when the same call may succeed later without anybody changing anything. */
  readonly retryable: boolean;

  constructor(failure: Failure, options?: ErrorOptions & { readonly retryable?: boolean }) {
    super(describeFailure(failure), options);
    this.failure = failure;
    this.retryable = options?.retryable ?? false;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** Milliseconds before which another try is of no use; 0 when nobody said so. */
export function waitAsked(error: AppError): number {
  return error.failure.code === "code-host-rate-limited" ? error.failure.retryAfterSeconds * 1000 : 0;
}

/** What happened and what to do, for a person: one or two sentences. */
function describeFailure(failure: Failure): string {
  switch (failure.code) {
    case "unknown-ref":
      return `\`${failure.ref}\` is no branch, tag or commit of ${failure.repository}. A branch that was never fetched needs \`git fetch\` first.`;
    case "no-merge-base":
      return failure.shallow
        ? `${failure.base} and ${failure.head} have no common ancestor in this shallow clone. Fetch the whole history: \`git fetch --unshallow\`, or \`fetch-depth: 0\` for actions/checkout.`
        : `${failure.base} and ${failure.head} have no common ancestor: their histories are unrelated.`;
    case "no-default-branch":
      return `${failure.repository} does not tell its default branch: no origin/HEAD, main or master. Name what to compare with: \`--base REF\`.`;
    case "not-a-repository":
      return `${failure.path} is not in a git repository.`;
    case "no-working-tree":
      return `${failure.repository} is a bare repository without a working tree. Name the commit to look at: \`--head REF\`.`;
    case "objects-missing":
      return `${failure.repository} lacks ${countObjects(failure.objects)} that this needs, as a partial clone does. Fetch them: \`git fetch --refetch --no-filter\`, or clone without \`--filter\`.`;
    case "git-not-installed":
      return "The `git` command was not found on the PATH.";
    case "git-failed":
      return `\`git ${failure.args.join(" ")}\` failed (exit code ${failure.exitCode ?? "none"}): ${failure.stderr.trim()}`;
    case "file-not-found":
      return `${failure.path} does not exist.`;
    case "file-unreadable":
      return `${failure.path} cannot be read: ${failure.reason}.`;
    case "file-unwritable":
      return `${failure.path} cannot be written: ${failure.reason}.`;
    case "too-many-files":
      return `${failure.path} holds more than ${failure.limit} files. Name the folder of the project.`;
    case "outside-repository":
      return `${failure.path} lies outside of ${failure.repository}.`;
    case "code-host-unavailable":
      return `GitHub did not answer to ${failure.operation} (${failure.status === null ? "the connection was lost" : `status ${failure.status}`}).`;
    case "code-host-rate-limited":
      return `GitHub asks to wait ${failure.retryAfterSeconds} s before ${failure.operation}.`;
    case "code-host-unauthorized":
      return `GitHub does not take our credentials for ${failure.operation}: ${failure.reason}. Is the App still installed, and not suspended?`;
    case "code-host-forbidden":
      return `GitHub does not allow ${failure.operation}: ${failure.reason}. Check the permissions that the installation has given.`;
    case "code-host-not-found":
      return `GitHub knows nothing to answer to ${failure.operation} with: it is gone, or not ours to see.`;
    case "code-host-rejected":
      return `GitHub refused ${failure.operation} (status ${failure.status}): ${failure.reason}.`;
    default:
      return exhaustive(failure);
  }
}

function countObjects(objects: readonly string[]): string {
  return objects.length === 1 ? `the object ${objects[0]}` : `${objects.length} objects`;
}
