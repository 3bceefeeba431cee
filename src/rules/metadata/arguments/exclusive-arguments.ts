import { listNames, truthy } from "../../facts/arguments/exclusive-arguments.ts";
import { callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

interface Exclusive {
  readonly callables: readonly string[];
  readonly parameters: readonly [string, string];
  /** Dagster's words. */
  readonly says: string;
}

/** What other rules do not say more about. */
const EXCLUSIVE: readonly Exclusive[] = [
  { callables: ["AssetIn"], parameters: ["key", "key_prefix"], says: "key and key_prefix cannot both be set on AssetIn" },
  { callables: ["AssetOut"], parameters: ["key", "key_prefix"], says: "Only one of key_prefix and key should be provided" },
  {
    callables: ["AssetsDefinition.from_op", "AssetsDefinition.from_graph"],
    parameters: ["group_name", "group_names_by_output_name"],
    says: "Cannot use both group_name and group_names_by_output_name",
  },
];

export const exclusiveArguments = defineRule({
  name: "exclusive-arguments",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two arguments of a definition that exclude each other: `key` and `key_prefix` of an `AssetIn` or `AssetOut`.",
    why: "Dagster refuses: `key and key_prefix cannot both be set on AssetIn`.",
    example: `import dagster as dg

@dg.asset(key_prefix="raw")
def customers(): ...

@dg.asset(ins={"buyers": dg.AssetIn(key=["raw", "customers"], key_prefix="raw")})
def orders(buyers): ...

defs = dg.Definitions(assets=[customers, orders])
`,
    instead: `import dagster as dg

@dg.asset(key_prefix="raw")
def customers(): ...

@dg.asset(ins={"buyers": dg.AssetIn(key=["raw", "customers"])})
def orders(buyers): ...

defs = dg.Definitions(assets=[customers, orders])
`,
    source: "dagster/_core/definitions/assets/job/asset_in.py, asset_out.py, assets/definition/assets_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { callables, parameters, says } of EXCLUSIVE) {
      for (const call of callsOf(location, ...callables.map((name) => `dagster.${name}`))) {
        const given = truthy(call, parameters, location);
        const [first, second] = given;
        if (!first || !second) continue;
        report({
          message: `${listNames(given)} exclude each other`,
          why: `Dagster: "${says}".`,
          help: `Leave \`${first.name}\` or \`${second.name}\` out.`,
          location: second.argument.at,
        });
      }
    }
  },
});
