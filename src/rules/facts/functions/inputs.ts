/** The inputs that Dagster infers for a decorated function: its parameters without context, configuration and resources, and the names in `ins=`. */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FunctionSignature, SignatureParameter } from "../../../dagster/library/function-signature.ts";
import { inputParameters } from "../../../dagster/library/resource-parameters.ts";
import type { Value } from "../../../python/value.ts";
import type { Decoration } from "../decorations.ts";
import { placeWithin } from "../values.ts";

export interface NamedInput {
  readonly name: string;
  readonly at: Location;
  /** The `AssetIn` or `In`. */
  readonly value?: Value;
  readonly from: "parameter" | "ins";
}

/** The parameters of the function that are inputs, as it writes them. */
export function inputParametersOf(
  { signature }: Pick<Decoration, "signature">,
  { interpreter }: LoadedLocation,
): readonly SignatureParameter[] {
  const known = parametersOf.get(signature);
  if (known) return known;
  const parameters = inputParameters(signature, interpreter);
  parametersOf.set(signature, parameters);
  return parameters;
}

/** A signature belongs to one location. */
const parametersOf = new WeakMap<FunctionSignature, readonly SignatureParameter[]>();

export function inputsOfDecoration({ decorator, signature }: Decoration, location: LoadedLocation): readonly NamedInput[] {
  const parameters = inputParametersOf({ signature }, location)
    .filter(({ kind }) => kind === "regular" || kind === "keyword-only")
    .map(({ name, at }): NamedInput => ({ name, at, from: "parameter" }));
  const argument = decorator.given("ins");
  const entries = argument?.value.kind === "dict" ? [...argument.value.entries.values()] : [];
  const explicit = entries.flatMap(({ key, value }): readonly NamedInput[] =>
    key.kind === "str" && argument ? [{ name: key.value, value, at: placeWithin(key, argument.at) ?? argument.at, from: "ins" }] : [],
  );
  const names = new Set(parameters.map(({ name }) => name));
  return [...parameters, ...explicit.filter(({ name }) => !names.has(name))];
}

/** `AssetIn(dagster_type=Nothing)`, `In(Nothing)`. */
export function isNothing(value: Value): boolean {
  const type = value.kind === "object" ? value.fields.get("dagster_type") : undefined;
  return type?.kind === "object" && type.type === "dagster.Nothing";
}
