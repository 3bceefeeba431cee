/**
 * What Dagster refuses before a component of the YAML is made: a `type` that is no component, attributes for one that takes none.
 * Only where all that the class derives from is known; a class of another library may be anything.
 * Source: `dagster/components/core/decl.py` and `component/component.py` of dagster 1.13.
 */
import type { CallContext } from "../../../python/library.ts";
import type { ClassValue, Unknown } from "../../../python/value.ts";
import { type Refusal, refused } from "../../library/refusal.ts";

/** Dagster stops here: an unknown in place of what is not made, told as a problem of the code location. */
export function refuseComponent(context: CallContext, refusal: Refusal, cause?: Unknown): Unknown {
  const gap = refused(context, refusal, "this component", cause);
  context.interpreter.refuse(gap);
  return gap;
}

/** Why the class is none that a component file may name, or that takes `attributes`; `undefined` where it is one or may be. */
export function problemOfClass(cls: ClassValue, hasAttributes: boolean, { interpreter }: CallContext): Refusal | undefined {
  if (!isClosed(cls)) return undefined;
  if (!interpreter.isSubclass(cls, "dagster.Component")) return { kind: "no-component", problem: `\`${cls.name}\` is no component` };
  const takesSome = interpreter.isSubclass(cls, "dagster.Resolvable") || overrides(cls, ["get_model_cls", "get_schema"]);
  if (!hasAttributes || takesSome) return undefined;
  return { kind: "attributes-not-allowed", problem: `\`${cls.name}\` takes no attributes` };
}

/** Nothing that it derives from is unread but what Python and Dagster bring. */
export function isClosed(cls: ClassValue): boolean {
  return cls.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && KNOWN.test(base.name)));
}

const KNOWN = /^(?:dagster\.(?:Component|Resolvable|Model)|pydantic\.BaseModel|abc\.ABC|builtins\.object|object|typing\.Generic)$/;

function overrides(cls: ClassValue, names: readonly string[]): boolean {
  return cls.mro.some((base) => base.kind === "class" && names.some((name) => base.namespace.has(name)));
}
