/** Annotations of inputs and of results that are a value: a list of types, a number, an asset's key. Dagster makes a type of its own of each annotation. */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { isObject } from "../../../dagster/library/construct.ts";
import { entryOf } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { type Decoration, decorationsOf } from "../../facts/decorations.ts";
import { inputParametersOf } from "../../facts/functions/inputs.ts";
import { returnAnnotationOf } from "../../facts/functions/parameter-mistake.ts";
import { parametersByAnnotation } from "../../facts/functions/parameters.ts";
import { about } from "../../facts/subject.ts";
import { pythonRepr } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

const WITH_INPUTS = ["asset", "multi_asset", "op", "asset_check", "graph_asset", "graph_multi_asset", "graph", "job"].map(
  (name) => `dagster.${name}`,
);
const WITH_RESULT = ["asset", "op", "graph_asset"].map((name) => `dagster.${name}`);

export const annotationNotAType = defineRule({
  name: "annotation-not-a-type",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An input or a result is annotated with a value, not with a type: `-> [int]`.",
    why: "Dagster refuses: `Problem using type '[<class 'int'>]' from return type annotation, correct the issue or explicitly set the dagster_type via Out().`",
    example: `import dagster as dg

@dg.asset
def orders() -> [int]:
    return [1]

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> list[int]:
    return [1]

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/inference.py, input.py, output.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decoration, at, value, of, declare } of [...ofInputs(location), ...ofResults(location)]) {
      report({
        message: `${of} is annotated with \`${pythonRepr(value)}\`, which is no type`,
        why: `Dagster: "Problem using type '${pythonRepr(value)}' from ${declare === "Out" ? "return type annotation" : "type annotation for argument"}, correct the issue or explicitly set the dagster_type via ${declare}()."`,
        help: "Annotate with a type: `list[int]`, `dict[str, int]`, `tuple[int, str]`.",
        location: at,
        ...about(decoration.result),
      });
    }
  },
});

interface Annotated {
  readonly decoration: Decoration;
  readonly at: Location;
  readonly value: Value;
  /** In words. */
  readonly of: string;
  /** What says the type of another way. */
  readonly declare: "In" | "Out";
}

const NO_TYPES: ReadonlySet<Value["kind"]> = new Set(["int", "float", "bool", "bytes", "list", "tuple", "dict", "set", "function"]);

function isNoType(value: Value): boolean {
  return (
    NO_TYPES.has(value.kind) || isObject(value, "dagster.AssetKey", "dagster.AssetSpec", "dagster.AssetsDefinition", "dagster.OpDefinition")
  );
}

function ofInputs(location: LoadedLocation): readonly Annotated[] {
  return parametersByAnnotation(location, ...WITH_INPUTS).flatMap(([value, parameters]) =>
    isNoType(value)
      ? parameters
          .filter(
            ({ decoration, parameter }) =>
              inputParametersOf(decoration, location).includes(parameter) && isUndeclared(decoration, parameter.name),
          )
          .map(({ decoration, parameter: { name, at } }): Annotated => ({ decoration, at, value, of: `\`${name}\``, declare: "In" }))
      : [],
  );
}

function isUndeclared({ decorator }: Decoration, name: string): boolean {
  const ins = decorator.value("ins");
  if (ins.kind === "none") return true;
  const declared = ins.kind === "dict" && ins.complete ? entryOf(ins, name) : ins;
  return declared === undefined || (declared.kind === "object" && isUntyped(declared));
}

function isUntyped(declared: Value): boolean {
  const type = declared.kind === "object" ? declared.fields.get("dagster_type") : undefined;
  return type === undefined || type.kind === "none";
}

/** Written as something that is certainly no type: names and subscriptions are what types are written with. */
const WRITTEN_OTHERWISE: ReadonlySet<string> = new Set([
  "list",
  "tuple",
  "set",
  "dict",
  "number",
  "true",
  "false",
  "bytes",
  "comprehension",
]);

function ofResults(location: LoadedLocation): readonly Annotated[] {
  return decorationsOf(location, ...WITH_RESULT).flatMap((decoration): readonly Annotated[] => {
    const { function: fn, decorator } = decoration;
    const returns = fn.definition.kind === "function" && !fn.wraps ? fn.definition.returns : undefined;
    if (!returns || !WRITTEN_OTHERWISE.has(returns.kind)) return [];
    const out = decorator.value(decorator.name === "dagster.op" ? "out" : "dagster_type");
    const isOpen = out.kind === "none" || (isObject(out, "dagster.Out") && isUntyped(out));
    const value = isOpen ? returnAnnotationOf(fn, location.interpreter) : undefined;
    const at = { path: fn.file.path, start: returns.start, end: returns.end };
    return value && isNoType(value) ? [{ decoration, at, value, of: `what \`${fn.name}\` returns`, declare: "Out" }] : [];
  });
}
