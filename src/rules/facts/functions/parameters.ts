/**
 * Parameters of decorated functions by what rules look for: a name, a kind, an annotation. Thousands of functions have hardly any that is looked for, so
 * who wants those called `config` asks here and does not go through all functions.
 */
import { groupBy } from "../../../base/group-by.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { SignatureParameter } from "../../../dagster/library/function-signature.ts";
import type { Value } from "../../../python/value.ts";
import type { ParameterKind } from "../../../syntax/expression.ts";
import { type Decoration, decorationsOf } from "../decorations.ts";
import { rememberByNames } from "../remember.ts";
import { annotationOf } from "./parameter-mistake.ts";

export interface DecoratedParameter {
  readonly decoration: Decoration;
  readonly parameter: SignatureParameter;
  /** Among the function's parameters, from 0. */
  readonly index: number;
}

/** In the order of the decorators, of those of one decorator in the order of the log. */
export function parametersNamed(location: LoadedLocation, name: string, ...decorators: readonly string[]): readonly DecoratedParameter[] {
  return decorators.flatMap((decorator) => parametersOf(location, decorator).byName.get(name) ?? []);
}

export function parametersOfKind(
  location: LoadedLocation,
  kind: ParameterKind,
  ...decorators: readonly string[]
): readonly DecoratedParameter[] {
  return decorators.flatMap((decorator) => parametersOf(location, decorator).byKind.get(kind) ?? []);
}

/** Each name that any of them has, once for each decorator. */
export function parametersByName(
  location: LoadedLocation,
  ...decorators: readonly string[]
): readonly (readonly [string, readonly DecoratedParameter[]])[] {
  return decorators.flatMap((decorator) => [...parametersOf(location, decorator).byName]);
}

/** By the value of the annotation: the same class is one value wherever it is named. */
export function parametersByAnnotation(
  location: LoadedLocation,
  ...decorators: readonly string[]
): readonly (readonly [Value, readonly DecoratedParameter[]])[] {
  return decorators.flatMap((decorator) => [...annotatedParameters(location, decorator)]);
}

interface Parameters {
  readonly byName: ReadonlyMap<string, readonly DecoratedParameter[]>;
  readonly byKind: ReadonlyMap<ParameterKind, readonly DecoratedParameter[]>;
  readonly annotated: readonly DecoratedParameter[];
}

const parametersOf = rememberByNames((location: LoadedLocation, decorators): Parameters => {
  const all = decorationsOf(location, ...decorators).flatMap((decoration) =>
    decoration.signature.parameters.map((parameter, index) => ({ decoration, parameter, index })),
  );
  return {
    byName: groupBy(all, ({ parameter }) => parameter.name),
    byKind: groupBy(all, ({ parameter }) => parameter.kind),
    annotated: all.filter(({ parameter }) => parameter.annotation),
  };
});

function addTo<Key>(index: Map<Key, DecoratedParameter[]>, key: Key, parameter: DecoratedParameter): void {
  const list = index.get(key);
  if (list) list.push(parameter);
  else index.set(key, [parameter]);
}

const annotatedParameters = rememberByNames((location: LoadedLocation, decorators) => {
  const found = new Map<Value, DecoratedParameter[]>();
  for (const decorator of decorators) {
    for (const decorated of parametersOf(location, decorator).annotated) {
      const value = annotationOf(decorated.parameter, location.interpreter);
      if (value) addTo(found, value, decorated);
    }
  }
  return found;
});
