/**
 * What Dagster certainly refuses: an unknown stands in place of what is not made, and says so twice, by kind for the rules and in words for
 * people. Nobody reads the words to learn the kind.
 */
import type { CallContext } from "../../python/library.ts";
import type { Unknown, Value } from "../../python/value.ts";

export type RefusalKind =
  /** An argument, a receiver or a state that Dagster's own code checks. */
  | "value"
  /** The same, in Dagster's own words, where no rule of its own looks for it. */
  | "definition"
  | "yaml-syntax"
  | "template-syntax"
  /** A name in a template that its scope does not hold. */
  | "not-in-scope"
  /** A key of the component's document, beside `type` and `attributes`. */
  | "unknown-key"
  | "missing-type"
  /** The `type` names no class, or one that is no component. */
  | "no-component"
  | "attributes-not-allowed"
  | "wrong-attribute"
  | "missing-attribute"
  | "no-function"
  | "template-vars"
  | "several-definitions"
  | "definitions-and-function";

export interface Refusal {
  readonly kind: RefusalKind;
  /** `` `attributs` is no key of a component ``. */
  readonly problem: string;
}

type Place = Pick<CallContext, "interpreter" | "at">;

/** Loading stops here with the error of that class, in its own words; a rule knows it by those. What would have come of it is not known. */
export function refuse({ interpreter, at }: Place, error: string, words: string): Unknown {
  const gap = interpreter.unknown("runtime-input", `${error}: ${words}`, at);
  interpreter.refuse(gap);
  return gap;
}

/** The same where no rule looks for the words: the general one tells it. */
export function refuseDefinition({ interpreter, at }: Place, error: string, words: string): Unknown {
  const refusal: Refusal = { kind: "definition", problem: words };
  const gap = { ...interpreter.unknown("runtime-input", `${error}: ${words}`, at), refusal };
  interpreter.refuse(gap);
  return gap;
}

/** Wholly known, and no object of a library that might be anything else besides. */
export function isPlain({ kind }: Value): boolean {
  return PLAIN.has(kind);
}

const PLAIN: ReadonlySet<Value["kind"]> = new Set([
  "none",
  "str",
  "int",
  "float",
  "bool",
  "list",
  "tuple",
  "dict",
  "set",
  "function",
  "class",
]);

/** What is refused, as the message names it. */
type Subject = "this" | "this component" | "this template";

/** The value is not known to anyone: Dagster raises where it would be made. */
export function refused({ interpreter, at }: Place, refusal: Refusal, subject: Subject, cause?: Unknown): Unknown {
  return { ...interpreter.unknown("runtime-input", `Dagster refuses ${subject}: ${refusal.problem}`, at, cause), refusal };
}
