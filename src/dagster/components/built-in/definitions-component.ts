/** `DefinitionsComponent`: a Python file by its path, `DefsFolderComponent` and the bases that components of the repository derive from. */
import type { Value } from "../../../python/value.ts";
import { raises } from "../../library/construct.ts";
import { inFolder } from "../../library/definitions/defs-paths.ts";
import type { Models } from "../../library/models.ts";
import { plain } from "../resolve/containers.ts";
import type { Schema } from "../template/resolution.ts";
import type { Loading } from "../tree/load-context.ts";
import { definitionsOfFile } from "../tree/python-file.ts";
import { componentModels, fieldOf } from "./library-component.ts";

const DEFINITIONS = "dagster.DefinitionsComponent";
const SCHEMA: Schema = { path: { resolve: plain } };

export const DEFINITIONS_SCHEMAS: Readonly<Record<string, Schema>> = { [DEFINITIONS]: SCHEMA };

const base = componentModels({
  [DEFINITIONS]: {
    schema: SCHEMA,
    methods: {
      build_defs: (self, context): Value => {
        const loading = context.args.positional[0]?.value;
        const path = fieldOf(self, "path", SCHEMA, context);
        if (loading?.kind !== "object" || path.kind !== "str") return raises(context, "the path of the definitions is not known");
        const { place, tree } = loading.payload as Loading;
        const file = inFolder(place.path, path.value.replace(/^\.\//, ""));
        const module = `${place.module}.${path.value.replace(/^\.\//, "").replace(/\.py$/, "").replaceAll("/", ".")}`;
        return definitionsOfFile({ ...place, path: file, module }, tree);
      },
    },
  },
});

export const definitionsComponentModels: Models = {
  symbols: base.symbols ?? {},
  types: {
    ...base.types,
    "dagster.DefsFolderComponent": { bases: ["dagster.Component"] },
    "dagster.Component": {},
    "dagster.Resolvable": {},
    "dagster.Model": { bases: ["pydantic.BaseModel"] },
  },
};
