import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type SignatureParameter, signatureOfFunction } from "../../dagster/library/function-signature.ts";
import type { CompositionNode } from "../../dagster/model/composition.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import { functionOf } from "../facts/definition-place.ts";
import { compositionsOf } from "../facts/functions/compositions.ts";
import { annotationOf } from "../facts/functions/parameter-mistake.ts";
import { callsByName } from "../facts/logged.ts";
import { defineRule } from "../rule.ts";

export const opInputUnresolved = defineRule({
  name: "op-input-unresolved",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An op of a job has an input that no other op gives, of a type that cannot be given in the run's configuration.",
    why: "Dagster refuses: `Input '...' of op '...' has no way of being resolved. Must provide a resolution to this input via another op/graph, or via a direct input value mapped from the top-level graph.`",
    example: `import dagster as dg

class Order: ...

@dg.op
def ship(order: Order): ...

@dg.job
def shipping():
    ship()

defs = dg.Definitions(jobs=[shipping])
`,
    instead: `import dagster as dg

class Order: ...

@dg.op
def next_order() -> Order: ...

@dg.op
def ship(order: Order): ...

@dg.job
def shipping():
    ship(next_order())

defs = dg.Definitions(jobs=[shipping])
`,
    source: "dagster/_core/definitions/graph_definition.py (get_inputs_must_be_resolved_top_level), 1.13.27",
  },
  check({ location, report }) {
    if ([...callsByName(location).keys()].some((name) => REGISTERING.test(name))) return;
    for (const { kind, composition } of compositionsOf(location)) {
      for (const node of kind === "job" ? composition.nodes : []) {
        const input = node.condition ? undefined : unresolvedInput(node, location);
        if (!input) continue;
        report({
          message: `the input \`${input.name}\` of \`${node.name}\` is given by no op, and no configuration can give it`,
          why: `Dagster: "Input '${input.name}' of op '${node.name}' has no way of being resolved. Must provide a resolution to this input via another op/graph, or via a direct input value mapped from the top-level graph."`,
          help: /Config$/.test(input.type)
            ? "Name the parameter `config`: only then is it configuration."
            : `Call \`${node.name}\` with the output of another op, or give the input an \`input_manager_key\`.`,
          location: node.at,
          subject: `op:${node.name}`,
        });
      }
    }
  },
});

/** They make a type of Python one that configuration may give. */
const REGISTERING = /^dagster\.(?:make_python_type_usable_as_dagster_type|usable_as_dagster_type)$/;

function unresolvedInput(
  { definition, args }: CompositionNode,
  location: LoadedLocation,
): { readonly name: string; readonly type: string } | undefined {
  const fn = functionOf(definition);
  if (definition.type !== "dagster.OpDefinition" || !fn || !args?.complete) return undefined;
  const { parameters } = signatureOfFunction(fn, location.interpreter, definition.at);
  const ins = definition.fields.get("ins");
  const inputs = ins?.kind === "dict" ? [...ins.entries.values()] : [];
  for (const [index, { key, value }] of inputs.entries()) {
    if (key.kind !== "str" || index < args.positional.length || args.keywords.has(key.value) || isExplicit(value)) continue;
    const parameter = parameters.find(({ name }) => name === key.value);
    const hasDefault = fn.definition.parameters.find(({ name }) => name === key.value)?.default !== undefined;
    const type = parameter && !hasDefault ? typeWithoutLoader(parameter, location) : undefined;
    if (type !== undefined) return { name: key.value, type };
  }
  return undefined;
}

/** `In(…)` may name an I/O manager or a type of Dagster's. */
function isExplicit(value: Value): boolean {
  return value.kind !== "object" || (value as LibraryObject).args !== undefined;
}

/** A class of the repository, or of a library: values of it cannot be written as configuration. */
function typeWithoutLoader(parameter: SignatureParameter, { interpreter }: LoadedLocation): string | undefined {
  const type = annotationOf(parameter, interpreter);
  if (type?.kind === "class") return interpreter.isSubclass(type, "dagster.Config") ? "Config" : type.name;
  return type?.kind === "symbol" && PLAIN_CLASSES.has(type.name) ? type.name : undefined;
}

const PLAIN_CLASSES: ReadonlySet<string> = new Set([
  "datetime.datetime",
  "datetime.date",
  "datetime.timedelta",
  "decimal.Decimal",
  "pandas.DataFrame",
  "pathlib.Path",
  "polars.DataFrame",
  "pyspark.sql.DataFrame",
]);
