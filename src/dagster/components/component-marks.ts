/** The decorators `@component_instance` and `@template_var`: they mark a function and leave it what it is. */
import type { SymbolModel } from "../../python/library.ts";
import { NONE, native, TRUE } from "../../python/make-value.ts";
import type { Value } from "../../python/value.ts";
import type { Models } from "../library/models.ts";

export const COMPONENT_LOADER = "__dagster_component_loader_fn";
export const TEMPLATE_VAR = "__dagster_template_var";

function mark(name: string): SymbolModel {
  const marked = (fn: Value): Value => {
    if (fn.kind === "function") fn.attributes.set(name, TRUE);
    return fn;
  };
  return ({ args }) => {
    const fn = args.positional[0]?.value ?? args.keywords.get("fn")?.value;
    return fn ? marked(fn) : native(name, (inner) => marked(inner.args.positional[0]?.value ?? NONE));
  };
}

export const componentMarkModels: Models = {
  symbols: {
    "dagster.component_instance": mark(COMPONENT_LOADER),
    "dagster.component": mark(COMPONENT_LOADER),
    "dagster.template_var": mark(TEMPLATE_VAR),
  },
};
