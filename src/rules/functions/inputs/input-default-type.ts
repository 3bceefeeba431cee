/**
 * Defaults of inputs that are not of the type that the input says. Dagster checks those of its four scalar types when the function is decorated. An
 * annotation is taken as Python 3.11 and later read it: `limit: int = None` says `int`, not `Optional[int]`.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { isObject } from "../../../dagster/library/construct.ts";
import type { SignatureParameter } from "../../../dagster/library/function-signature.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import { entryOf } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { type Decoration, decorationsGiving } from "../../facts/decorations.ts";
import { inputParametersOf, isNothing } from "../../facts/functions/inputs.ts";
import { annotationOf } from "../../facts/functions/parameter-mistake.ts";
import { parametersByAnnotation } from "../../facts/functions/parameters.ts";
import { about } from "../../facts/subject.ts";
import { pythonRepr, typeName } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check", "graph_asset", "graph_multi_asset", "graph", "job"].map(
  (name) => `dagster.${name}`,
);

export const inputDefaultType = defineRule({
  name: "input-default-type",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The default of an input is of another type than the input: `limit: int = None`. Looked at for `int`, `float`, `str` and `bool`, as Dagster does; and any default of an input of the type `Nothing`.",
    why: "Dagster refuses: `Type check failed for the default_value of InputDefinition limit of type Int. Received value None of type <class 'NoneType'>`. (Python before 3.11 reads `int = None` as `Optional[int]`.)",
    example: `import dagster as dg

@dg.op
def load(limit: int = None): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `from typing import Optional

import dagster as dg

@dg.op
def load(limit: Optional[int] = None): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/input.py (_check_default_value), 1.13.27",
  },
  check({ location, report }) {
    for (const { decoration, parameter, type, value } of [...annotatedDefaults(location), ...declaredDefaults(location)]) {
      const isRefused = type === "Nothing" || (SCALARS[type] !== undefined && isKnown(value) && !SCALARS[type].includes(value.kind));
      if (!isRefused) continue;
      report({
        message: `the default of \`${parameter.name}\` is \`${pythonRepr(value)}\`, and the input is of type \`${type}\``,
        why:
          type === "Nothing"
            ? 'Dagster: "Setting a default_value is invalid on InputDefinitions of type Nothing".'
            : `Dagster: "Type check failed for the default_value of InputDefinition ${parameter.name} of type ${type}. Received value ${pythonRepr(value)} of type <class '${typeName(value)}'>".`,
        help: value.kind === "none" ? "Annotate with `Optional[…]`, or give a default of the type." : "Give a default of the type.",
        location: parameter.at,
        ...about(decoration.result),
      });
    }
  },
});

interface Default {
  readonly decoration: Decoration;
  readonly parameter: Pick<SignatureParameter, "name" | "at">;
  /** As Dagster names it; others are not looked at. */
  readonly type: string;
  readonly value: Value;
}

/** By Dagster's name of the type, the kinds of values that it takes. */
const SCALARS: Readonly<Record<string, readonly Value["kind"][]>> = {
  Int: ["int", "bool"],
  Float: ["float"],
  String: ["str"],
  Bool: ["bool"],
};

const NAMES: Readonly<Record<string, string>> = {
  "builtins.int": "Int",
  "builtins.float": "Float",
  "builtins.str": "String",
  "builtins.bool": "Bool",
  "dagster.Int": "Int",
  "dagster.Float": "Float",
  "dagster.String": "String",
  "dagster.Bool": "Bool",
};

const PLAIN: ReadonlySet<Value["kind"]> = new Set(["none", "str", "int", "float", "bool", "bytes", "list", "tuple", "dict", "set"]);

/** Wholly, and by no environment. */
function isKnown(value: Value): boolean {
  return PLAIN.has(value.kind) && !("assumes" in value && value.assumes);
}

function scalarOf(type: Value | undefined): string | undefined {
  return type?.kind === "symbol" ? NAMES[type.name] : undefined;
}

/** Of parameters that are annotated so, and of which `ins` says no type. */
function annotatedDefaults(location: LoadedLocation): readonly Default[] {
  return parametersByAnnotation(location, ...DECORATORS).flatMap(([annotation, parameters]) => {
    const type = scalarOf(annotation);
    return type === undefined
      ? []
      : parameters.flatMap(({ decoration, parameter }) => defaultOf(decoration, parameter, { type, location }));
  });
}

interface Typed {
  readonly type: string;
  readonly location: LoadedLocation;
}

function defaultOf(decoration: Decoration, parameter: SignatureParameter, { type, location }: Typed): readonly Default[] {
  const value = writtenDefault(parameter);
  const isInput = value !== undefined && inputParametersOf(decoration, location).includes(parameter);
  return isInput && declaredIn(decoration, parameter.name) === "untyped" ? [{ decoration, parameter, type, value }] : [];
}

function writtenDefault({ name, kind, annotation }: SignatureParameter): Value | undefined {
  if (!annotation || "value" in annotation || (kind !== "regular" && kind !== "keyword-only")) return undefined;
  return annotation.function.defaults.get(name);
}

/** Without an annotation a parameter is only known to be of the function itself where that stands for no other. */
function defaultOfFunction({ function: fn }: Decoration, parameter: SignatureParameter): Value | undefined {
  return writtenDefault(parameter) ?? (fn.wraps ? undefined : fn.defaults.get(parameter.name));
}

/** What `ins` says of the input's type. */
function declaredIn({ decorator }: Decoration, name: string): "untyped" | Value | undefined {
  const ins = decorator.value("ins");
  if (ins.kind === "none") return "untyped";
  if (ins.kind !== "dict") return undefined;
  const declared = entryOf(ins, name);
  if (declared === undefined) return ins.complete ? "untyped" : undefined;
  if (!isObject(declared, "dagster.In", "dagster.AssetIn", "dagster.GraphIn")) return undefined;
  const type = declared.fields.get("dagster_type");
  return type === undefined || type.kind === "none" ? "untyped" : type;
}

/** `In(int, default_value="x")`, and parameters with a default whose type `ins` says. */
function declaredDefaults(location: LoadedLocation): readonly Default[] {
  return decorationsGiving(location, "ins", ...DECORATORS).flatMap((decoration) => {
    const ins = decoration.decorator.value("ins");
    const entries = ins.kind === "dict" ? [...ins.entries.values()] : [];
    return entries.flatMap(({ key, value }) => {
      const isDeclared = key.kind === "str" && isObject(value, "dagster.In", "dagster.AssetIn");
      const found = isDeclared ? declaredDefault(decoration, { name: key.value, declared: value }, location) : undefined;
      return found ? [found] : [];
    });
  });
}

interface Declared {
  readonly name: string;
  readonly declared: LibraryObject;
}

function declaredDefault(decoration: Decoration, { name, declared }: Declared, location: LoadedLocation): Default | undefined {
  const parameter = inputParametersOf(decoration, location).find((each) => each.name === name);
  const type = declaredIn(decoration, name);
  const own = declaredArgument(declared);
  if (own) {
    const annotation = parameter && annotationOf(parameter, location.interpreter);
    const scalar = isNothing(declared) ? "Nothing" : scalarOf(type === "untyped" ? annotation : type);
    return scalar === undefined ? undefined : { decoration, parameter: { name, at: own.at }, type: scalar, value: own.value };
  }
  const scalar = type === "untyped" ? undefined : scalarOf(type);
  const value = parameter && scalar !== undefined ? defaultOfFunction(decoration, parameter) : undefined;
  return parameter && value && scalar !== undefined ? { decoration, parameter, type: scalar, value } : undefined;
}

/** `default_value` of an `In`: the third argument. */
function declaredArgument({ type, args }: LibraryObject): ArgumentValue | undefined {
  return type === "dagster.In" ? (args?.keywords.get("default_value") ?? args?.positional[2]) : undefined;
}
