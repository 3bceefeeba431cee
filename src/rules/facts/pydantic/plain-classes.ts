/** Classes of fields about which nothing decides but their fields: no `__init__` of their own, no setting that changes what is taken, no base that nobody knows. */
import type { Location } from "../../../base/span.ts";
import { fieldsOf } from "../../../python/call/fields.ts";
import type { CallArguments } from "../../../python/library.ts";
import { NOWHERE } from "../../../python/make-value.ts";
import { namesOf, settingOf } from "../../../python/packages/pydantic/model-fields.ts";
import { validatorsOf } from "../../../python/packages/pydantic/validators.ts";
import { keywordsOfDict } from "../../../python/packages/structure.ts";
import type { ClassValue, Value } from "../../../python/value.ts";

/** Settings that leave alone what a field takes. */
const HARMLESS: ReadonlySet<string> = new Set([
  "extra",
  "frozen",
  "arbitrary_types_allowed",
  "protected_namespaces",
  "title",
  "json_schema_extra",
  "populate_by_name",
  "validate_by_name",
  "ignored_types",
]);

/** A class none of whose own parts decides about its fields, but validators that see what pydantic has taken. */
export function isPlain(cls: ClassValue): boolean {
  const isBuilt = cls.mro.every((base) => {
    if (base.kind === "unknown") return false;
    if (base.kind === "symbol") return /^(?:dagster|builtins|typing|abc)\./.test(base.name);
    const { namespace } = base;
    return !namespace.has("__init__") && !namespace.has("__new__") && !namespace.has("Config") && isHarmless(namespace.get("model_config"));
  });
  return isBuilt && validatorsOf(cls).every(({ target, stage }) => target !== "model" || stage === "after");
}

function isHarmless(config: Value | undefined): boolean {
  if (!config) return true;
  return config.kind === "dict" && config.complete && [...keywordsOfDict(config, NOWHERE).keys()].every((name) => HARMLESS.has(name));
}

/** Fields that a validator of the class sees before pydantic does, or in its stead. */
export function namesValidatedBefore(cls: ClassValue): (name: string) => boolean {
  const early = validatorsOf(cls).filter(({ target, stage }) => target !== "model" && stage !== "after");
  const names = new Set(early.flatMap((validator) => validator.names));
  return (name) => names.has("*") || names.has(name);
}

/** An argument that is no field, where the class forbids that. */
export function extrasProblem(cls: ClassValue, { keywords }: CallArguments): { field: string; problem: string; at: Location } | undefined {
  const extra = settingOf(cls, "extra");
  if (extra?.kind !== "str" || extra.value !== "forbid") return undefined;
  const known = new Set(fieldsOf(cls).flatMap((field) => namesOf(field, cls)));
  const stray = [...keywords].find(([name]) => !known.has(name));
  return stray && { field: stray[0], problem: "no field, and the class forbids others", at: stray[1].at };
}
