import { entryOf } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { annotationOf } from "../../facts/functions/parameter-mistake.ts";
import { parametersNamed } from "../../facts/functions/parameters.ts";
import { isBadType } from "../../facts/resources/config-types.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check"].map((name) => `dagster.${name}`);

export const configParamUntyped = defineRule({
  name: "config-param-untyped",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The parameter `config` has no annotation, or one of which no configuration schema can be made.",
    why: "Dagster refuses: `Error defining Dagster config class. Unable to resolve config type ... to a supported Dagster config type.`",
    example: `import dagster as dg

@dg.asset
def orders(config): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

class OrdersConfig(dg.Config):
    limit: int = 5

@dg.asset
def orders(config: OrdersConfig): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_config/pythonic_config/conversion_utils.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { parameter, decoration } of parametersNamed(location, "config", ...DECORATORS)) {
      const { decorator, result } = decoration;
      if (
        parameter.kind === "keyword-variadic" ||
        parameter.kind === "variadic" ||
        decorator.given("config_schema") ||
        isInput(decorator.value(decorator.name === "dagster.asset_check" ? "additional_ins" : "ins"))
      )
        continue;
      const annotation = annotationOf(parameter, location.interpreter);
      if (annotation && !isBadType(annotation, location.interpreter)) continue;
      report({
        message: annotation ? "no configuration can be made of the annotation of `config`" : "`config` has no annotation",
        why: 'Dagster: "Error defining Dagster config class. Unable to resolve config type … to a supported Dagster config type."',
        help: "Annotate with a class that derives from `dagster.Config`.",
        location: parameter.at,
        ...about(result),
      });
    }
  },
});

function isInput(ins: Value): boolean {
  return ins.kind === "unknown" || (ins.kind === "dict" && entryOf(ins, "config") !== undefined);
}
