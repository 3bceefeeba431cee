/**
 * `StateBackedComponent` of the repository: what it fetched before is its state, and the state is not in the repository. Dagster builds without it
 * what `build_defs_from_state` makes of None; where the code runs there may be more.
 */
import type { MethodModel } from "../../../python/library.ts";
import { list, NONE } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { copy, isObject } from "../../library/construct.ts";
import { keywords } from "../../library/integrations/package-objects.ts";
import type { Models } from "../../library/models.ts";

const buildDefs: MethodModel = (self, context) => {
  const { interpreter, at, args } = context;
  const build = interpreter.attribute(self, "build_defs_from_state", at);
  const loading = args.positional[0]?.value ?? NONE;
  const made = interpreter.call(build, keywords({ context: loading, state_path: NONE }, at), at);
  const name = self.kind === "instance" ? self.class.name : self.type;
  return opened(made, interpreter.unknown("runtime-input", `the state of \`${name}\` is fetched where the code runs`, at));
};

function opened(definitions: Value, gap: Extract<Value, { kind: "unknown" }>): Value {
  if (!isObject(definitions, "dagster.Definitions")) return definitions;
  const assets = definitions.fields.get("assets");
  const items = assets?.kind === "list" || assets?.kind === "tuple" ? assets.items : [];
  return copy(definitions, { assets: list(items, gap) });
}

export const stateBackedModels: Models = {
  types: { "dagster.StateBackedComponent": { bases: ["dagster.Component"], methods: { build_defs: buildDefs } } },
};
