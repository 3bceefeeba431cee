/**
 * What pydantic and Dagster say of the repository's own configuration and resource classes while they are made and used: classes of fields that are
 * frozen. Which schema comes of them, and whether what they are made with fits it, is for rules to say.
 */
import type { TypeModel } from "../../../python/library.ts";
import { initializeConfiguration } from "../../../python/packages/pydantic/initialize-model.ts";
import { refuseModelClass } from "../../../python/packages/pydantic/refuse-model-class.ts";
import type { ClassValue } from "../../../python/value.ts";
import { refuseDefinition } from "../refusal.ts";

/** Nothing of such a class is assigned but what begins with an underscore. */
function frozen(sort: "config class" | "resource"): NonNullable<TypeModel["assign"]> {
  return ({ class: cls }, name, context) => {
    if (name.startsWith("_") || isThawed(cls)) return;
    const words = `'${cls.name}' is a Pythonic ${sort} and does not support item assignment, as it inherits from 'pydantic.BaseModel' with frozen=True.`;
    refuseDefinition(context, "DagsterInvalidInvocationError", words);
  };
}

/** A setting of its own, or a base that nobody knows, may say otherwise. */
function isThawed(cls: ClassValue): boolean {
  return cls.mro.some(
    (base) =>
      base.kind === "unknown" ||
      (base.kind === "class" &&
        (base.namespace.has("model_config") ||
          base.namespace.has("Config") ||
          base.definition.args.some(({ kind }) => kind !== "positional"))),
  );
}

export const CONFIG_CLASS: TypeModel = {
  define: refuseModelClass,
  assign: frozen("config class"),
  initialize: initializeConfiguration,
};

export const RESOURCE_CLASS: TypeModel = { ...CONFIG_CLASS, assign: frozen("resource") };
