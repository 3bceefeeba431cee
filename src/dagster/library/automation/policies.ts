/** Backfill and freshness policies. */
import type { SymbolModel } from "../../../python/library.ts";
import { int, NONE, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { construct } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";

const BACKFILL = "dagster.BackfillPolicy";
const FRESHNESS = "dagster.FreshnessPolicy";

function freshness(type: "time_window" | "cron"): SymbolModel {
  return (context) => {
    const { value } = bind(`${FRESHNESS}.${type}`, context);
    const fields = ["fail_window", "warn_window", "deadline_cron", "lower_bound_delta", "timezone"];
    return construct(FRESHNESS, { type: str(type), ...Object.fromEntries(fields.map((name) => [name, value(name)])) }, context);
  };
}

function backfill(most: (value: (name: string) => Value) => Value, name: string): SymbolModel {
  return (context) => construct(BACKFILL, { max_partitions_per_run: most(bind(name, context).value) }, context);
}

export const policyModels: Models = {
  symbols: {
    [BACKFILL]: backfill((value) => value("max_partitions_per_run"), BACKFILL),
    [`${BACKFILL}.single_run`]: backfill(() => NONE, `${BACKFILL}.single_run`),
    [`${BACKFILL}.multi_run`]: backfill((value) => orOne(value("max_partitions_per_run")), `${BACKFILL}.multi_run`),
    [`${FRESHNESS}.time_window`]: freshness("time_window"),
    [`${FRESHNESS}.cron`]: freshness("cron"),
  },
  types: { [BACKFILL]: {}, [FRESHNESS]: {} },
};

/** A run takes one partition unless more are allowed. */
function orOne(value: Value): Value {
  return value.kind === "none" ? int(1) : value;
}
