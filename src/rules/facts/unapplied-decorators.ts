/**
 * Decorators that look at nothing before they are applied. `@schedule` without parentheses takes the function for its first argument and makes
 * a decorator: Dagster never judges what it was given, and no schedule comes of it. (`@multi_asset` and its like raise at once.)
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import type { ClassValue, FunctionValue, Value } from "../../python/value.ts";
import { callsByName } from "./logged.ts";

const LATE_DECORATORS: ReadonlySet<string> = new Set(
  [
    "schedule",
    "sensor",
    "asset_sensor",
    "run_status_sensor",
    "hourly_partitioned_config",
    "daily_partitioned_config",
    "weekly_partitioned_config",
    "monthly_partitioned_config",
    "dynamic_partitioned_config",
  ].map((name) => `dagster.${name}`),
);

/** The decorator's name without the package, `schedule`, when the value is one that waits for its function. */
export function unappliedDecorator(value: Value): string | undefined {
  return value.kind === "native" && LATE_DECORATORS.has(value.name) ? value.name.slice("dagster.".length) : undefined;
}

/** What stands under the decorator, when it is all that the decorator is given and nothing applies what comes of it. */
export function undecorated({ name, args, applications }: LibraryCall): FunctionValue | ClassValue | undefined {
  if (!LATE_DECORATORS.has(name) || applications.length > 0 || args.positional.length !== 1 || args.keywords.size > 0) return undefined;
  const value = args.positional[0]?.value;
  return value?.kind === "function" || value?.kind === "class" ? value : undefined;
}

/** Calls of which nothing comes, in order. */
export function unappliedDecorators(location: LoadedLocation): readonly LibraryCall[] {
  const calls = [...LATE_DECORATORS].flatMap((name) => callsByName(location).get(name) ?? []);
  return calls.filter((call) => undecorated(call) !== undefined);
}
