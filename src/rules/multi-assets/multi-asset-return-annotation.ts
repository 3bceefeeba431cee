import { containsYield } from "../../python/call/contains-yield.ts";
import type { Value } from "../../python/value.ts";
import { keyOfDep } from "../facts/assets/keys.ts";
import type { Call } from "../facts/calls.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiAssetReturnAnnotation = defineRule({
  name: "multi-asset-return-annotation",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `@multi_asset` with several outputs whose return annotation is no tuple of as many types.",
    why: "Dagster refuses: `Expected Tuple annotation for multiple outputs, but received non-tuple annotation.` or `Expected Tuple annotation to have number of entries matching the number of outputs for more than one output.`",
    example: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def several() -> int: ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()})
def several() -> tuple[int, int]: ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/op_definition.py (_resolve_output_defs_from_outs), 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, function: fn, at } of decorationsOf(location, "dagster.multi_asset", "dagster.op")) {
      const count = outputsOf(decorator);
      const { definition } = fn;
      if (
        count === undefined ||
        count < 2 ||
        definition.kind !== "function" ||
        !definition.returns ||
        fn.wraps ||
        containsYield(location.interpreter.bodyOf(fn))
      )
        continue;
      const annotation = location.interpreter.annotation(definition.returns, fn.closure);
      const arity = arityOf(annotation);
      if (arity === "unknown" || arity === count) continue;
      report({
        message:
          arity === "none"
            ? "several outputs need a tuple for the return annotation"
            : `the return annotation has ${arity} entries for ${count} outputs`,
        why:
          arity === "none"
            ? 'Dagster: "Expected Tuple annotation for multiple outputs, but received non-tuple annotation."'
            : `Dagster: "Expected Tuple annotation to have number of entries matching the number of outputs for more than one output. Expected ${count} outputs but annotation has ${arity}."`,
        help: "Annotate with a tuple of one type for each output, or leave the annotation out.",
        location: { path: at.path, start: definition.returns.start, end: definition.returns.end },
      });
    }
  },
});

/** How many outputs there are: `outs=`, or one for each of `specs=`; checks would be outputs too. */
function outputsOf(decorator: Call): number | undefined {
  const outs = decorator.value(decorator.name === "dagster.op" ? "out" : "outs");
  if (outs.kind === "dict") return outs.complete ? outs.entries.size : undefined;
  const specs = decorator.name === "dagster.op" ? undefined : decorator.given("specs")?.value;
  if (!specs || decorator.given("check_specs")) return undefined;
  const keys = elementsOf(specs).items.map(keyOfDep);
  return elementsOf(specs).complete && !keys.includes(undefined) ? new Set(keys).size : undefined;
}

const NO_TUPLES =
  /^(?:builtins\.(?:list|dict|set)|typing\.(?:List|Dict|Set|Union|Optional|Iterator|Iterable|Generator|Sequence|Mapping)|collections\.abc\.(?:Iterator|Iterable|Generator|Sequence|Mapping))$/;

/** How many entries a tuple has; `none` for what is surely no tuple. */
function arityOf(annotation: Value): number | "none" | "unknown" {
  if (
    annotation.kind === "class" ||
    annotation.kind === "none" ||
    (annotation.kind === "symbol" && /^builtins\.(?:int|str|float|bool|list|dict|set)$/.test(annotation.name))
  )
    return "none";
  if (annotation.kind === "symbol" && /^(?:builtins\.tuple|typing\.(?:Tuple|Any))$/.test(annotation.name)) return "none";
  if (annotation.kind === "object" && annotation.type === "types.UnionType") return "none";
  if (annotation.kind !== "object" || annotation.type !== "types.GenericAlias") return "unknown";
  const origin = annotation.fields.get("origin");
  const args = annotation.fields.get("args");
  if (origin?.kind !== "symbol" || args?.kind !== "tuple") return "unknown";
  const isResult = (item: Value): boolean => item.kind !== "symbol" || /^dagster\.\w*Result$/.test(item.name);
  if (/^(?:builtins\.tuple|typing\.Tuple)$/.test(origin.name)) return args.items.every(isResult) ? "unknown" : args.items.length;
  return NO_TUPLES.test(origin.name) ? "none" : "unknown";
}
