/** `EnvVar("NAME")` and `EnvVar.int("NAME")`: a name, never a value. `get_value()` reads the environment that the code is read in. */
import type { CallContext, MethodModel, SymbolModel } from "../../../python/library.ts";
import { int, NONE, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { construct } from "../construct.ts";
import type { Models } from "../models.ts";
import { refuseDefinition } from "../refusal.ts";

const ENV_VAR = "dagster.EnvVar";

/** An `EnvVar` is a text, and made as one: of a name and of nothing besides. */
function refuseExtras(context: CallContext): void {
  const { positional, keywords } = context.args;
  const [keyword] = keywords.keys();
  if (keyword !== undefined) refuseDefinition(context, "TypeError", `'${keyword}' is an invalid keyword argument for str()`);
  else if (positional.length > 1) refuseDefinition(context, "TypeError", "decoding str is not supported");
}

function makeEnvVar(type: "str" | "int"): SymbolModel {
  return (context) => {
    if (type === "str") refuseExtras(context);
    const name = context.args.positional[0]?.value ?? context.args.keywords.get("name")?.value ?? NONE;
    return construct(ENV_VAR, { name, env_var_name: name, type: str(type) }, context);
  };
}

function getValue(self: Value, context: CallContext): Value {
  const name = self.kind === "object" ? self.fields.get("name") : undefined;
  if (name?.kind !== "str")
    return context.interpreter.unknown("runtime-input", "the name of an environment variable is not known", context.at);
  const set = context.interpreter.environment.get(name.value);
  const type = self.kind === "object" ? self.fields.get("type") : undefined;
  if (set !== undefined) return type?.kind === "str" && type.value === "int" ? int(Number.parseInt(set, 10)) : str(set);
  const fallback = context.args.positional[0]?.value ?? context.args.keywords.get("default")?.value ?? NONE;
  return "assumes" in fallback || fallback.kind === "none" || fallback.kind === "str" || fallback.kind === "int"
    ? ({ ...fallback, assumes: [`${name.value} unset`] } as Value)
    : fallback;
}

/** `str(EnvVar("X"))` raises in Dagster. It is not raised here, so that what comes after it is read too. */
const refused: MethodModel = (_, { interpreter, at }) =>
  interpreter.unknown("runtime-input", "an `EnvVar` has no text while the code is loaded", at);

export const envVarModels: Models = {
  symbols: { [ENV_VAR]: makeEnvVar("str"), [`${ENV_VAR}.int`]: makeEnvVar("int") },
  types: { [ENV_VAR]: { methods: { get_value: (self, context) => getValue(self, context), __str__: refused } } },
};
