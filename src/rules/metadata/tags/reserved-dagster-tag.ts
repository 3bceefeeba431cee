import { assetTags } from "../../facts/assets/asset-tags.ts";
import { callsGiving } from "../../facts/calls.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** Tags that people set for Dagster to read. Source: dagster/_core/storage/tags.py, with the kinds and the storage of assets. */
const READ_BY_DAGSTER =
  /^dagster\/(?:kind\/.*|compute_kind|storage_kind|concurrency_key|image|isolation|max_retries|max_runtime|priority|retry_on_asset_or_op_failure|retry_strategy|run_metrics|defer_asset_events|external_job_source)$/;

/** Those of schedules Dagster refuses itself. */
const TAGGED: Readonly<Record<string, readonly string[]>> = {
  tags: ["op", "job", "graph", "define_asset_job", "sensor"],
  run_tags: ["define_asset_job", "job"],
  op_tags: ["asset", "multi_asset", "asset_check", "multi_asset_check"],
};

export const reservedDagsterTag = defineRule({
  name: "reserved-dagster-tag",
  group: "metadata",
  tier: "dagster-would-not-notice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A tag of an asset, op, job or sensor begins with `dagster/` and is none of those that Dagster reads.",
    why: "The prefix is kept for Dagster: it passes today, and a release may give the tag a meaning, write over it, or refuse it as it does for schedules.",
    example: `import dagster as dg

@dg.asset(tags={"dagster/team": "shop"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(tags={"team": "shop"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/storage/tags.py (SYSTEM_TAG_PREFIX), 1.13.27",
  },
  check(context) {
    const { location, report } = context;
    const places = new Set<string>();
    const add = (key: string, at: Parameters<typeof report>[0]["location"], subject?: string) => {
      const place = `${at.start} ${at.path} ${key}`;
      if (places.has(place)) return;
      places.add(place);
      report({
        message: `the tag \`${key}\` begins with the prefix that is kept for Dagster`,
        why: "A release may give it a meaning, write over it, or refuse it.",
        help: `Write \`${key.slice(PREFIX.length)}\`, or take a prefix of your own.`,
        location: at,
        ...(subject !== undefined && { subject }),
      });
    };
    for (const { key, at, subject } of assetTags(context, ({ key }) => key?.kind === "str" && isReserved(key.value)))
      if (key?.kind === "str") add(key.value, at, subject);
    for (const [parameter, names] of Object.entries(TAGGED)) {
      for (const call of callsGiving(location, parameter, ...names.map((name) => `dagster.${name}`))) {
        const argument = call.given(parameter);
        if (argument?.value.kind !== "dict") continue;
        for (const { key } of argument.value.entries.values())
          if (key.kind === "str" && isReserved(key.value)) add(key.value, placeInArgument(key, argument));
      }
    }
  },
});

const PREFIX = "dagster/";

function isReserved(key: string): boolean {
  return key.startsWith(PREFIX) && !READ_BY_DAGSTER.test(key);
}
