/**
 * Validators of pydantic models: the decorators that mark a function as one, which of them a class has, and how one is called. When they run in the
 * making of an instance is the model's to say (`pydantic.ts`).
 */
import { invoke, selfOf } from "../../builtins/arguments.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { bool, list, NONE, native, str } from "../../make-value.ts";
import type { ClassValue, DictValue, Value } from "../../value.ts";
import { refuseModel } from "./refuse-model.ts";

import { validating } from "./validation-error.ts";

export const VALIDATOR = "pydantic.Validator";

/** A decorator that marks a function as a validator of fields, or of the whole model. */
export function validator(target: "field" | "model" | "field of old", stage: (context: CallContext) => string): SymbolModel {
  return (context) => {
    const [first] = context.args.positional;
    const names = context.args.positional.flatMap(({ value }) => (value.kind === "str" ? [value] : []));
    const mark = (fn: Value, at: CallContext["at"]): Value => ({
      kind: "object",
      type: VALIDATOR,
      fields: new Map<string, Value>([
        ["function", unwrapped(fn)],
        ["target", str(target)],
        ["stage", str(stage(context))],
        ["names", list(names)],
        ...(context.args.keywords.get("check_fields") ? [["checks", bool(false)] as const] : []),
        ["each", context.args.keywords.get("each_item")?.value ?? NONE],
      ]),
      at,
    });
    const isBare = first !== undefined && (first.value.kind === "function" || first.value.kind === "object");
    const problem = isBare ? problemOfBare(target, stage) : undefined;
    if (problem) refuseModel(context, ...problem);
    if (isBare && first) return mark(first.value, context.at);
    return native("pydantic.validator", (inner) => mark(selfOf(inner), inner.at));
  };
}

/** Decorators that take no function: fields, a mode, or (of old) whether they run first come before it. */
function problemOfBare(target: string, stage: (context: CallContext) => string): readonly [string, string] | undefined {
  if (target !== "model")
    return ["PydanticUserError", "a validator of fields cannot be used without arguments, at least one field must be provided"];
  if (stage === byMode) return ["TypeError", "model_validator() takes 0 positional arguments but 1 was given"];
  return [
    "PydanticUserError",
    "If you use `@root_validator` with pre=False (the default) you MUST specify `skip_on_failure=True`. Note that `@root_validator` is deprecated and should be replaced with `@model_validator`.",
  ];
}

/** The function behind `@classmethod` or `@staticmethod`. */
function unwrapped(fn: Value): Value {
  return fn.kind === "object" ? (fn.fields.get("function") ?? fn) : fn;
}

/** The stage that `mode=` says. */
export const byMode = ({ args }: CallContext): string => {
  const mode = args.keywords.get("mode")?.value;
  return mode?.kind === "str" ? mode.value : "after";
};

/** The stage of validators of old: `pre=True` is before. */
export const byPre = ({ args, interpreter }: CallContext): string =>
  interpreter.truth(args.keywords.get("pre")?.value ?? NONE) === "yes" ? "before" : "after";

/** A validator of a class, as the model runs it. */
export interface Validator {
  readonly function: Value;
  readonly owner: ClassValue;
  readonly target: string;
  readonly stage: string;
  readonly names: readonly string[];
  readonly each: boolean;
}

/** Of the class and its bases, in the order of definition, the bases' first; a redefinition replaces. */
export function validatorsOf(cls: ClassValue): readonly Validator[] {
  const found = new Map<string, Validator>();
  for (const base of cls.mro.toReversed()) {
    if (base.kind !== "class") continue;
    for (const [name, value] of base.namespace) {
      if (value.kind !== "object" || value.type !== VALIDATOR) continue;
      const text = (key: string): string => {
        const part = value.fields.get(key);
        return part?.kind === "str" ? part.value : "";
      };
      const names = value.fields.get("names");
      const each = value.fields.get("each");
      found.set(name, {
        function: value.fields.get("function") ?? NONE,
        owner: cls,
        target: text("target"),
        stage: text("stage"),
        names: names?.kind === "list" ? names.items.flatMap((item) => (item.kind === "str" ? [item.value] : [])) : [],
        each: each?.kind === "bool" && each.value,
      });
    }
  }
  return [...found.values()];
}

/** Calls a validator with as many arguments as it takes: `(cls, value)`, or `(cls, value, values)` of old. */
export function applied(validator: Validator, value: Value, values: () => DictValue, context: CallContext): Value {
  const fn = validator.function;
  const count = fn.kind === "function" ? fn.definition.parameters.filter(({ kind }) => kind !== "keyword-variadic").length : 2;
  const first: readonly Value[] = count > 1 ? [validator.owner] : [];
  const run = (each: Value): Value =>
    validating(() => invoke(context, fn, ...first, each, ...(count > 2 ? [surroundings()] : [])), context.at);
  const surroundings = (): Value =>
    validator.target === "field"
      ? { kind: "object", type: "pydantic.ValidationInfo", fields: new Map([["data", values()]]), at: context.at }
      : values();
  if (!validator.each || value.kind !== "list") return run(value);
  return list(value.items.map(run), value.gap);
}
