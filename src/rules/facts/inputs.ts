/** The inputs that Dagster infers for a decorated function: its parameters without context, configuration and resources, and the names in `ins=`. */
import type { Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { inputParameters } from "../../dagster/library/resource-parameters.ts";
import type { Value } from "../../python/value.ts";
import type { Decoration } from "./decorations.ts";
import { placeWithin } from "./values.ts";

export interface NamedInput {
  readonly name: string;
  readonly at: Location;
  /** The `AssetIn` or `In`. */
  readonly value?: Value;
  readonly from: "parameter" | "ins";
}

export function inputsOfDecoration(decoration: Decoration, location: LoadedLocation): readonly NamedInput[] {
  const known = found.get(decoration);
  if (known) return known;
  const inputs = findInputs(decoration, location);
  found.set(decoration, inputs);
  return inputs;
}

const found = new WeakMap<Decoration, readonly NamedInput[]>();

function findInputs({ decorator, signature }: Decoration, { interpreter }: LoadedLocation): readonly NamedInput[] {
  const parameters = inputParameters(signature, interpreter)
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
