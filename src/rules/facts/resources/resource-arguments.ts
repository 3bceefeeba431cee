/** Arguments that resources are made with: calls of resource classes of the repository and of libraries, and of their `configured` ways. */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { ArgumentValue, CallArguments } from "../../../python/library.ts";
import type { ClassValue, Value } from "../../../python/value.ts";
import { callsByName, objectsByType, subclassCalls } from "../logged.ts";
import { remember } from "../remember.ts";

export interface ResourceArgument {
  readonly name: string;
  readonly argument: ArgumentValue;
  readonly at: Location;
  /** What is made with it: a class of the repository, or the name of a library's. */
  readonly of: ClassValue | string;
  /** All keywords that it is made with, this one too. */
  readonly beside: ReadonlyMap<string, ArgumentValue>;
}

const RESOURCE = /(?:Resource|IOManager|Client|Workspace)$/;

/** By keyword, each place once. */
export const resourceArguments: (location: LoadedLocation) => readonly ResourceArgument[] = remember(findResourceArguments);

function findResourceArguments(location: LoadedLocation): readonly ResourceArgument[] {
  const found = new Map<ArgumentValue, ResourceArgument>();
  const { interpreter, graphs } = location;
  const named = <Item>(groups: ReadonlyMap<string, readonly Item[]>) =>
    [...groups].flatMap(([name, items]) => (RESOURCE.test(name) ? items : []));
  const provided = graphs.flatMap(({ resources }) => resources.map(({ value }) => value));
  const sources: readonly Source[] = [
    ...named(callsByName(location)),
    ...subclassCalls(location).filter(({ subclass }) => interpreter.isSubclass(subclass, "dagster.ConfigurableResourceFactory")),
    ...named(objectsByType(location)),
    ...provided.flatMap(constructionOf),
  ];
  for (const source of sources) {
    const of = classOf(source);
    const beside = source.args?.keywords ?? new Map<string, ArgumentValue>();
    for (const [name, argument] of beside) found.set(argument, { name, argument, at: argument.at, of, beside });
  }
  return [...found.values()];
}

/** A call of the log, an object, or how an instance of the repository's was made. */
type Source = { readonly args?: CallArguments } & (
  | { readonly name: string; readonly subclass?: ClassValue }
  | { readonly type: string }
  | { readonly class: ClassValue }
);

function classOf(source: Source): ClassValue | string {
  if ("class" in source) return source.class;
  return "type" in source ? source.type : (source.subclass ?? source.name);
}

/** How the value was made, when the code made it by a call. */
function constructionOf(value: Value): readonly Source[] {
  if (value.kind === "instance") return value.construction ? [{ args: value.construction.args, class: value.class }] : [];
  return value.kind === "object" ? [value] : [];
}
