/**
 * A Python file in the `defs` folder: its `Definitions`, else its `@definitions` functions, else its component instances and everything loose in it.
 * Source: `PythonFileComponent` of `dagster/components/core/defs_module.py`.
 */
import type { Location } from "../../../base/span.ts";
import type { CallContext } from "../../../python/library.ts";
import { describeException, PythonRaise } from "../../../python/python-raise.ts";
import type { ModuleValue, Value } from "../../../python/value.ts";
import { mergeDefinitions } from "../../library/definitions/definitions.ts";
import { definitionsFromModules } from "../../library/definitions/load-from-modules.ts";
import { membersOfTypes } from "../../library/definitions/module-members.ts";
import { argumentsOf } from "../../library/signature.ts";
import { COMPONENT_LOADER } from "../component-marks.ts";
import { refuseComponent } from "./component-refusals.ts";
import type { ComponentTree, TreePlace } from "./component-tree.ts";
import { loadContextObject } from "./load-context.ts";
import { classNameOf, stampComponent } from "./stamp.ts";

export function definitionsOfFile(place: TreePlace, tree: ComponentTree): Value {
  const at = { path: place.path, start: 0, end: 0 };
  const here: CallContext = { ...tree.context, at };
  const module = here.interpreter.importModule(place.module, at);
  if (module.kind !== "module") return module;
  const definitions = membersOfTypes([module], ["dagster.Definitions"], here).items;
  const lazy = membersOfTypes([module], ["dagster.LazyDefinitions"], here).items;
  if (definitions.length > 0) {
    const last = [...definitions].sort((left, right) => startOf(left) - startOf(right)).at(-1);
    if (lazy.length > 0)
      refuseComponent(
        { ...here, at: placeIn(place.path, lazy[0], at) },
        { kind: "definitions-and-function", problem: "the file has both `@definitions` functions and `Definitions` objects" },
      );
    else if (definitions.length > 1)
      refuseComponent(
        { ...here, at: placeIn(place.path, last, at) },
        { kind: "several-definitions", problem: `the file has ${definitions.length} \`Definitions\` objects` },
      );
    return mergeDefinitions(definitions, here);
  }
  const loading = { value: loadContextObject(place, tree), at };
  if (lazy.length > 0) {
    return mergeDefinitions(
      lazy.map((each) => here.interpreter.call(each, argumentsOf(loading), at)),
      here,
    );
  }
  const components = componentLoaders(module).map(([name, loader]) => {
    const component = here.interpreter.call(loader, argumentsOf(loading), at);
    const stamp = { component: `${relativePath(place, tree)}[${name}]`, className: classNameOf(component), inYaml: false };
    return stampComponent(buildComponent(component, loading.value, here), stamp);
  });
  return mergeDefinitions([...components, definitionsFromModules([module], {}, here)], here);
}

function startOf(value: Value): number {
  return value.kind === "object" ? value.at.start : 0;
}

/** Where it is made, if that is in this file. */
function placeIn(path: string, value: Value | undefined, fallback: Location): Location {
  return value?.kind === "object" && value.at.path === path ? value.at : fallback;
}

function relativePath(place: TreePlace, tree: ComponentTree): string {
  return place.path.slice(tree.defsFolder.length + 1);
}

/** `@component_instance` functions of a module, by name. */
export function componentLoaders(module: ModuleValue): readonly (readonly [string, Value])[] {
  return [...module.scope.names]
    .filter(([, value]) => value.kind === "function" && value.attributes.has(COMPONENT_LOADER))
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** `component.build_defs(context)`; what it raises makes its definitions unknown. */
export function buildComponent(component: Value, loading: Value, context: CallContext): Value {
  const { interpreter, at } = context;
  try {
    return interpreter.call(interpreter.attribute(component, "build_defs", at), argumentsOf({ value: loading, at }), at);
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    return interpreter.unknown("runtime-input", `building this component raises ${describeException(thrown.exception)}`, thrown.at);
  }
}
