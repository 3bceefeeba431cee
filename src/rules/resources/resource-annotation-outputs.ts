import type { Interpreter } from "../../python/interpreter.ts";
import type { ClassValue } from "../../python/value.ts";
import { parametersByAnnotation } from "../facts/functions/parameters.ts";
import { about } from "../facts/subject.ts";
import { defineRule } from "../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check", "sensor", "schedule"].map((name) => `dagster.${name}`);

export const resourceAnnotationOutputs = defineRule({
  name: "resource-annotation-outputs",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A resource parameter is annotated with a factory class that yields something else than itself.",
    why: "Dagster refuses: `Resource param '...' is annotated as '...', but '...' outputs ...`: the function gets what the factory makes.",
    example: `import dagster as dg

class Connections(dg.ConfigurableResourceFactory[int]):
    def create_resource(self, context):
        return 1

@dg.asset
def orders(connections: Connections): ...

defs = dg.Definitions(assets=[orders], resources={"connections": Connections()})
`,
    instead: `import dagster as dg

class Connections(dg.ConfigurableResourceFactory[int]):
    def create_resource(self, context):
        return 1

@dg.asset
def orders(connections: dg.ResourceParam[int]): ...

defs = dg.Definitions(assets=[orders], resources={"connections": Connections()})
`,
    source: "dagster/_config/pythonic_config/resource.py (validate_resource_annotated_function), 1.13.27",
  },
  check({ location, report }) {
    for (const [type, annotated] of parametersByAnnotation(location, ...DECORATORS)) {
      if (type.kind !== "class" || !isOnlyFactory(type, location.interpreter)) continue;
      for (const { parameter, decoration } of annotated) {
        report({
          message: `\`${type.name}\` is a factory: \`${parameter.name}\` will be what it makes, not itself`,
          why: `Dagster: "Resource param '${parameter.name}' is annotated as '${type.name}', but '${type.name}' outputs …".`,
          help: "Annotate with `ResourceParam[T]`, where `T` is what the factory makes.",
          location: parameter.at,
          ...about(decoration.result),
        });
      }
    }
  },
});

function isOnlyFactory(type: ClassValue, interpreter: Interpreter): boolean {
  if (type.mro.some((base) => base.kind === "unknown")) return false;
  const [isFactory, isResource, isTakenAsOne] = ["ConfigurableResourceFactory", "ConfigurableResource", "TreatAsResourceParam"].map(
    (name) => interpreter.isSubclass(type, `dagster.${name}`),
  );
  return isFactory === true && !isResource && !isTakenAsOne;
}
