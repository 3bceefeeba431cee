import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { decorationsGiving } from "../facts/decorations.ts";
import { defineRule } from "../rule.ts";

const DECORATORS = ["dagster.asset", "dagster.graph_asset", "dagster.observable_source_asset"];

export const assetKeyAndName = defineRule({
  name: "asset-key-and-name",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`key` together with `name` or `key_prefix`.",
    why: "Dagster refuses: `Cannot specify a name or key prefix for @asset when the key argument is provided.`",
    example: `import dagster as dg

@dg.asset(key="orders", key_prefix="raw")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(key=["raw", "orders"])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/decorators/asset_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsGiving(location, "key", ...DECORATORS)) {
      const [key] = truthy(decorator, ["key"], location);
      const [other] = truthy(decorator, ["name", "key_prefix"], location);
      if (!key || !other) continue;
      const name = `@${decorator.name.slice("dagster.".length)}`;
      report({
        message: `\`${other.name}\` is given although \`key\` says the whole key`,
        why: `Dagster: "Cannot specify a name or key prefix for ${name} when the key argument is provided."`,
        help: `Remove \`${other.name}\`, or put it into \`key\`.`,
        location: other.argument.at,
        related: [{ location: key.argument.at, message: "the key is given here" }],
      });
    }
  },
});
