/**
 * Decorators of published packages, as data: most hand on a function that is called in the same way, some make a thing of their own of
 * it. Without this a helper under `@retry` would leave open whether it is a definition. One line for one more.
 */
import { selfOf } from "../builtins/arguments.ts";
import type { SymbolModel } from "../library.ts";
import { native } from "../make-value.ts";
import { passThrough } from "../stdlib/functions/functools.ts";
import type { LibraryPart } from "../stdlib/part.ts";

/** What comes out is called as the function was, and `inspect` sees the function's own signature. Bare or with arguments. */
const TRANSPARENT: Readonly<Record<string, string>> = {
  async_lru: "alru_cache",
  beartype: "beartype",
  deprecated: "deprecated",
  "deprecated.classic": "deprecated",
  "deprecated.sphinx": "deprecated",
  funcy: "log_calls log_durations log_errors memoize once",
  jaxtyping: "jaxtyped",
  langsmith: "traceable",
  line_profiler: "profile",
  "loguru.logger": "catch",
  memory_profiler: "profile",
  mlflow: "trace",
  numba: "jit njit vectorize",
  pandera: "check_types",
  pydantic: "validate_arguments validate_call",
  ratelimit: "sleep_and_retry",
  "ratelimit.decorators": "sleep_and_retry",
  retrying: "retry",
  sentry_sdk: "trace",
  tenacity: "retry",
  typeguard: "typechecked",
};

/** The same, but always called: a first argument that is callable is no decorated function. */
const CONFIGURED: Readonly<Record<string, string>> = {
  backoff: "on_exception on_predicate",
  cachetools: "cached cachedmethod",
  "cachetools.func": "fifo_cache lfu_cache lru_cache mru_cache rr_cache ttl_cache",
  "ddtrace.tracer": "wrap",
  "deprecated.sphinx": "versionadded versionchanged",
  deprecation: "deprecated",
  funcy: "cache ignore retry",
  pandera: "check_input check_io check_output",
  ratelimit: "limits rate_limited",
  "ratelimit.decorators": "limits rate_limited",
  retry: "retry",
  "retry.api": "retry",
  sentry_sdk: "monitor",
  "sentry_sdk.crons": "monitor",
  stamina: "retry",
  timeout_decorator: "timeout",
  wrapt_timeout_decorator: "timeout",
};

/** What comes out is an object of the package: a command, a task, a function for Spark. */
const MAKING: Readonly<Record<string, string>> = {
  celery: "shared_task",
  click: "command group",
  invoke: "task",
  "pyspark.sql.functions": "pandas_udf udf udtf",
  pytest: "fixture",
  ray: "remote",
  "snowflake.snowpark.functions": "pandas_udf sproc udaf udf udtf",
};

function namesOf(packages: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(packages).flatMap(([module, names]) => names.split(" ").map((name) => `${module}.${name}`));
}

const configured: SymbolModel = () => native("decorator", (context) => selfOf(context));

/** `@command`, and `@command(…)`. */
function making(type: string): SymbolModel {
  return ({ args, at }) => {
    const made = { kind: "object", type, fields: new Map(), at } as const;
    const isBare = args.keywords.size === 0 && args.positional.length === 1 && args.positional[0]?.value.kind === "function";
    return isBare ? made : native(type, () => made);
  };
}

export const DECORATORS: LibraryPart = {
  symbols: {
    ...Object.fromEntries(namesOf(TRANSPARENT).map((name) => [name, passThrough])),
    ...Object.fromEntries(namesOf(CONFIGURED).map((name) => [name, configured])),
    ...Object.fromEntries(namesOf(MAKING).map((name) => [name, making(name)])),
  },
};
