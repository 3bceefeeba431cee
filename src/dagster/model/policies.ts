/** Retry, backfill and freshness policies as the graph document shows them. */
import type { Value } from "../../python/value.ts";
import type { AssetNode } from "../../types/graph-document.ts";
import { gapOf, known, type Read, readOptionalNumber, readOptionalStr } from "./read.ts";

type RetryPolicy = NonNullable<AssetNode["retryPolicy"]>;
type BackfillPolicy = NonNullable<AssetNode["backfillPolicy"]>;
type FreshnessPolicy = NonNullable<AssetNode["freshnessPolicy"]>;

/** Fields that are not known are null: `maxRetries` may be an environment's. */
export function readRetryPolicy(value: Value | undefined): Read<RetryPolicy | null> {
  if (value === undefined || value.kind === "none") return known(null);
  if (value.kind !== "object" || value.type !== "dagster.RetryPolicy") return gapOf(value, "a retry policy");
  const number = (name: string): Read<number | null> => readOptionalNumber(value.fields.get(name), `\`${name}\` of a retry policy`);
  const [maxRetries, delay] = [number("max_retries"), number("delay")];
  if (!maxRetries.known) return maxRetries;
  if (!delay.known) return delay;
  const [backoff, jitter] = [readMember(value.fields.get("backoff")), readMember(value.fields.get("jitter"))];
  if (!backoff.known) return backoff;
  if (!jitter.known) return jitter;
  const assumes = [...maxRetries.assumes, ...delay.assumes];
  return known({ maxRetries: maxRetries.value, delay: delay.value, backoff: backoff.value, jitter: jitter.value }, assumes);
}

/** The name of an enumeration's member. */
function readMember(value: Value | undefined): Read<string | null> {
  if (value === undefined || value.kind === "none") return known(null);
  return value.kind === "object"
    ? readOptionalStr(value.fields.get("name"), "a member of an enumeration")
    : gapOf(value, "a member of an enumeration");
}

export function readBackfillPolicy(value: Value | undefined): Read<BackfillPolicy | null> {
  if (value === undefined || value.kind === "none") return known(null);
  if (value.kind !== "object" || value.type !== "dagster.BackfillPolicy") return gapOf(value, "a backfill policy");
  const most = readOptionalNumber(value.fields.get("max_partitions_per_run"), "`max_partitions_per_run`");
  if (!most.known) return most;
  return known({ type: most.value === null ? "single-run" : "multi-run", maxPartitionsPerRun: most.value }, most.assumes);
}

/** `expression` is the call that makes it, durations in whole seconds: `time_window(fail_window=129600)`. */
export function readFreshnessPolicy(value: Value | undefined): Read<FreshnessPolicy | null> {
  if (value === undefined || value.kind === "none") return known(null);
  if (value.kind !== "object" || value.type !== "dagster.FreshnessPolicy") return gapOf(value, "a freshness policy");
  const type = readOptionalStr(value.fields.get("type"), "the type of a freshness policy");
  if (!type.known) return type;
  const parts: string[] = [];
  for (const name of ["fail_window", "warn_window", "deadline_cron", "lower_bound_delta", "timezone"]) {
    const field = value.fields.get(name);
    if (field === undefined || field.kind === "none") continue;
    const text = field.kind === "str" ? known(`'${field.value}'`) : readSeconds(field);
    if (!text.known) return text;
    parts.push(`${name}=${text.value}`);
  }
  return known({ type: type.value === "cron" ? "cron" : "time-window", expression: `${type.value}(${parts.join(", ")})` });
}

function readSeconds(value: Value): Read<string> {
  const total = totalSeconds(value);
  return total === undefined ? gapOf(value, "a time delta") : known(String(Math.trunc(total)));
}

function totalSeconds(value: Value): number | undefined {
  if (value.kind !== "object") return undefined;
  const part = (name: string): number | undefined => {
    const field = value.fields.get(name);
    return field?.kind === "int" || field?.kind === "float" ? Number(field.value) : undefined;
  };
  const [days, seconds] = [part("days"), part("seconds")];
  return days === undefined && seconds === undefined ? undefined : (days ?? 0) * 86_400 + (seconds ?? 0);
}

/** `1 day, 2:00:00`, as Python prints it. */
export function readTimedelta(value: Value): Read<string> {
  const total = totalSeconds(value);
  return total === undefined ? gapOf(value, "a time delta") : known(formatTimedelta(total));
}

export function formatTimedelta(totalSeconds: number): string {
  const days = Math.floor(totalSeconds / 86_400);
  const rest = totalSeconds - days * 86_400;
  const two = (number: number): string => String(number).padStart(2, "0");
  const clock = `${Math.floor(rest / 3600)}:${two(Math.floor((rest % 3600) / 60))}:${two(Math.floor(rest % 60))}`;
  if (days === 0) return clock;
  return `${days} day${Math.abs(days) === 1 ? "" : "s"}, ${clock}`;
}
