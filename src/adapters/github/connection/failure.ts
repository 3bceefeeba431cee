/** What octokit throws, as our own failures. Knows octokit's error shapes by their fields alone; nobody above sees them. */
import { AppError } from "../../../app/errors.ts";

/** Both of octokit's kinds: a refused request, and a GraphQL answer of status 200 with `errors`. */
interface RequestFailure {
  readonly status?: unknown;
  readonly message?: unknown;
  /** Of a GraphQL answer. */
  readonly errors?: readonly { readonly type?: string }[];
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
    readonly data?: { readonly errors?: readonly { readonly type?: string }[]; readonly message?: unknown };
  };
}

const SECONDARY_LIMIT = /secondary rate/i;
const FALLBACK_SECONDS = 60;
const SERVER_FAILED = 500;

/**
 * Seconds to wait when `error` says that we asked too much, else `undefined`: `retry-after`, else until the limit's reset, else a minute.
 * `now` in milliseconds.
 */
export function limitWait(error: unknown, now: number): number | undefined {
  const { status, message, response } = error as RequestFailure;
  const headers = response?.headers ?? {};
  const spent = headers["x-ratelimit-remaining"] === "0" || response?.data?.errors?.some(({ type }) => type === "RATE_LIMITED") === true;
  const slowDown = (status === 403 || status === 429) && (headers["retry-after"] !== undefined || SECONDARY_LIMIT.test(String(message)));
  if (status !== 429 && !slowDown && !(spent && (status === 403 || status === undefined))) return undefined;
  const retryAfter = Number(headers["retry-after"]);
  if (retryAfter > 0) return retryAfter;
  const reset = Number(headers["x-ratelimit-reset"]);
  // One second more: GitHub's clock and ours differ.
  return spent && reset > 0 ? Math.max(Math.ceil(reset - now / 1000) + 1, 1) : FALLBACK_SECONDS;
}

/** Runs `task`; what the code host refuses or fails at becomes an `AppError` that names the operation: `issues/create-comment`. */
export async function attempt<T>(operation: string, now: () => number, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw toAppError(operation, error, now());
  }
}

function toAppError(operation: string, error: unknown, now: number): unknown {
  if (error instanceof AppError) return error;
  const wait = limitWait(error, now);
  if (wait !== undefined)
    return new AppError({ code: "code-host-rate-limited", operation, retryAfterSeconds: wait }, { cause: error, retryable: true });
  const { status, response, errors, message } = error as RequestFailure;
  if (Array.isArray(errors)) return graphFailure(operation, error, { types: errors.map(({ type }) => type), reason: String(message) });
  if (typeof status !== "number") return error;
  const reason = String(response?.data?.message ?? "");
  if (status >= SERVER_FAILED) {
    const failure = { code: "code-host-unavailable", operation, status: response === undefined ? null : status } as const;
    return new AppError(failure, { cause: error, retryable: true });
  }
  if (status === 401 || (status === 403 && reason.includes("suspended")))
    return new AppError({ code: "code-host-unauthorized", operation, reason }, { cause: error });
  if (status === 403 || status === 451) return new AppError({ code: "code-host-forbidden", operation, reason }, { cause: error });
  if (status === 404 || status === 410) return new AppError({ code: "code-host-not-found", operation }, { cause: error });
  return new AppError({ code: "code-host-rejected", operation, status, reason }, { cause: error });
}

interface GraphRefusal {
  readonly types: readonly (string | undefined)[];
  readonly reason: string;
}

/** GraphQL refuses with status 200, and says why by the type of its errors. */
function graphFailure(operation: string, cause: unknown, { types, reason }: GraphRefusal): AppError {
  if (types.includes("NOT_FOUND")) return new AppError({ code: "code-host-not-found", operation }, { cause });
  if (types.includes("FORBIDDEN")) return new AppError({ code: "code-host-forbidden", operation, reason }, { cause });
  return new AppError({ code: "code-host-rejected", operation, status: 200, reason }, { cause });
}

export function hasCode(error: unknown, ...codes: readonly AppError["failure"]["code"][]): boolean {
  return error instanceof AppError && codes.includes(error.failure.code);
}
