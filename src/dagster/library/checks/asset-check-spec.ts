/** `AssetCheckSpec`: a check on one asset, by name. */
import type { CallContext } from "../../../python/library.ts";
import { list, NONE } from "../../../python/make-value.ts";
import type { ListValue, Value } from "../../../python/value.ts";
import { coerceDeps } from "../assets/asset-dep.ts";
import { coerceToAssetKey, knownPath } from "../assets/asset-key.ts";
import { orEmptyDict } from "../assets/asset-spec.ts";
import { construct, copy, derive, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";

const SPEC = "dagster.AssetCheckSpec";

function constructCheckSpec(context: CallContext): Value {
  const { value } = bind(SPEC, context);
  return construct(
    SPEC,
    {
      name: value("name"),
      asset_key: coerceToAssetKey(value("asset"), context),
      description: value("description"),
      additional_deps: coerceDeps(value("additional_deps"), "deps", context),
      blocking: value("blocking"),
      metadata: orEmptyDict(value("metadata")),
      automation_condition: value("automation_condition"),
      partitions_def: value("partitions_def"),
    },
    context,
  );
}

/** `check_specs=` as a list. */
export function checkSpecList(value: Value, context: CallContext): ListValue {
  if (value.kind === "none") return list([]);
  const { items, gap } = context.interpreter.iterate(value, context.at);
  return list(items, gap);
}

/** The spec with its asset under another key. */
export function withAssetKey(spec: Value, key: Value): Value {
  return isObject(spec, SPEC) ? copy(spec, { asset_key: key }) : spec;
}

export const assetCheckSpecModels: Models = {
  symbols: { [SPEC]: constructCheckSpec },
  types: {
    [SPEC]: {
      attribute(self, name, interpreter, at) {
        if (self.kind !== "object") return undefined;
        const [key, check] = [self.fields.get("asset_key") ?? NONE, self.fields.get("name") ?? NONE];
        if (name === "key") return derive("dagster.AssetCheckKey", { asset_key: key, name: check }, self.at, equalityOf(key, check));
        if (name === "get_python_identifier") return interpreter.unknown("unsupported", "the output name of a check is not read", at);
        return undefined;
      },
      methods: {
        replace_key: (self, context) => {
          const key = bind(`${SPEC}.replace_key`, context).value("key");
          if (self.kind !== "object" || key.kind !== "object") return self;
          return copy(self, { asset_key: key.fields.get("asset_key") ?? NONE, name: key.fields.get("name") ?? NONE });
        },
        with_metadata: (self, context) =>
          self.kind === "object" ? copy(self, { metadata: bind(`${SPEC}.with_metadata`, context).value("metadata") }) : self,
      },
    },
  },
};

function equalityOf(key: Value, name: Value): { readonly equality?: string } {
  const path = knownPath(key);
  return path && name.kind === "str" ? { equality: JSON.stringify([path, name.value]) } : {};
}
