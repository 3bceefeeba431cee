import { truthy } from "../facts/arguments/exclusive-arguments.ts";
import { decorationsGiving } from "../facts/decorations.ts";
import { about } from "../facts/subject.ts";
import { isUnsure } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const ioManagerDefAndKey = defineRule({
  name: "io-manager-def-and-key",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`io_manager_key` together with `io_manager_def`.",
    why: "Dagster refuses: `Both io_manager_key and io_manager_def were provided to `@asset` decorator. Please provide one or the other.`",
    example: `import dagster as dg

@dg.asset(io_manager_key="lake", io_manager_def=dg.FilesystemIOManager())
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"lake": dg.FilesystemIOManager()})
`,
    instead: `import dagster as dg

@dg.asset(io_manager_key="lake")
def orders(): ...

defs = dg.Definitions(assets=[orders], resources={"lake": dg.FilesystemIOManager()})
`,
    source: "dagster/_core/definitions/decorators/asset_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, result } of decorationsGiving(location, "io_manager_def", "dagster.asset")) {
      const [key] = truthy(decorator, ["io_manager_key"], location);
      const definition = decorator.given("io_manager_def");
      const isGiven = definition && !isUnsure(definition.value);
      if (!key || !isGiven) continue;
      report({
        message: "`io_manager_key` and `io_manager_def` are both given",
        why: 'Dagster: "Both io_manager_key and io_manager_def were provided to `@asset` decorator. Please provide one or the other."',
        help: "Remove one of the two.",
        location: definition.at,
        ...about(result),
      });
    }
  },
});
