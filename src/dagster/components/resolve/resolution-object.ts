/** `ResolutionContext` as user code's resolver functions see it. */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { NONE, strDict } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { unsupported } from "../../library/construct.ts";
import { inFolder, parentOf, pathObject } from "../../library/definitions/defs-paths.ts";
import type { Models } from "../../library/models.ts";
import { resolveValue } from "../template/render.ts";
import { type Resolution, withScope } from "../template/resolution.ts";

const TYPE = "dagster.ResolutionContext";

export function resolutionObject(resolution: Resolution): LibraryObject {
  return {
    kind: "object",
    type: TYPE,
    fields: new Map<string, Value>([["scope", strDict(resolution.scope)]]),
    at: resolution.context.at,
    payload: resolution,
  };
}

function onResolution(apply: (resolution: Resolution, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object" && self.payload !== undefined
      ? apply(self.payload as Resolution, context)
      : unsupported(context, "this context is not read");
}

function firstArgument({ args }: CallContext): Value {
  return args.positional[0]?.value ?? args.keywords.get("val")?.value ?? args.keywords.get("value")?.value ?? NONE;
}

export const resolutionModels: Models = {
  types: {
    [TYPE]: {
      methods: {
        resolve_value: onResolution((resolution, context) => {
          const value = firstArgument(context);
          const raw = value.kind === "object" && value.type === "dagster.DerivedModel" ? (value.payload as Value) : value;
          return resolveValue(raw, resolution);
        }),
        at_path: (self) => self,
        with_source_position_tree: (self) => self,
        with_stashed_value: (self) => self,
        with_scope: onResolution((resolution, context) =>
          resolutionObject(
            withScope(
              resolution,
              [...context.args.keywords].map(([name, argument]) => [name, argument.value] as const),
            ),
          ),
        ),
        resolve_source_relative_path: onResolution((resolution, context) => {
          const value = firstArgument(context);
          if (value.kind !== "str") return value;
          return pathObject(inFolder(parentOf(resolution.context.at.path) ?? "", value.value), context);
        }),
      },
    },
  },
};
