import { resourceNames } from "../../dagster/library/resource-parameters.ts";
import { decorationsGiving } from "../facts/decorations.ts";
import { about } from "../facts/subject.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const resourcesInBothPlaces = defineRule({
  name: "resources-in-both-places",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`required_resource_keys` together with resource parameters.",
    why: "Dagster refuses: `Cannot specify resource requirements in both @asset decorator and as arguments to the decorated function`",
    example: `import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset(required_resource_keys={"database"})
def orders(context, shop: Shop): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(), "database": 1})
`,
    instead: `import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(context, shop: Shop, database: dg.ResourceParam[int]): ...

defs = dg.Definitions(assets=[orders], resources={"shop": Shop(), "database": 1})
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, signature, result } of decorationsGiving(
      location,
      "required_resource_keys",
      "dagster.asset",
      "dagster.multi_asset",
      "dagster.op",
      "dagster.schedule",
      "dagster.sensor",
      "dagster.observable_source_asset",
    )) {
      const argument = decorator.given("required_resource_keys");
      if (!argument || elementsOf(argument.value).items.length === 0 || resourceNames(signature, location.interpreter).length === 0)
        continue;
      report({
        message: "resources are asked for in the decorator and by parameters",
        why: `Dagster: "Cannot specify resource requirements in both @${decorator.name.slice("dagster.".length)} decorator and as arguments to the decorated function".`,
        help: "Use one of the two: parameters are the newer.",
        location: argument.at,
        ...about(result),
      });
    }
  },
});
