/** Arguments that resources are made with: calls of resource classes of the repository and of libraries, and of their `configured` ways. */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { ArgumentValue, CallArguments } from "../../../python/library.ts";
import type { Value } from "../../../python/value.ts";
import { callsByName, objectsByType, subclassCalls } from "../logged.ts";
import { remember } from "../remember.ts";

export interface ResourceArgument {
  readonly name: string;
  readonly argument: ArgumentValue;
  readonly at: Location;
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
  const sources = [
    ...named(callsByName(location)),
    ...subclassCalls(location).filter(({ subclass }) => interpreter.isSubclass(subclass, "dagster.ConfigurableResourceFactory")),
    ...named(objectsByType(location)),
    ...provided.flatMap(constructionOf),
  ];
  for (const { args } of sources) {
    for (const [name, argument] of args?.keywords ?? []) found.set(argument, { name, argument, at: argument.at });
  }
  return [...found.values()];
}

/** How the value was made, when the code made it by a call. */
function constructionOf(value: Value): readonly { readonly args?: CallArguments }[] {
  if (value.kind === "instance") return value.construction ? [value.construction] : [];
  return value.kind === "object" ? [value] : [];
}
