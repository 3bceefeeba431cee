/** Payloads of objects that are one thing only: a selection, a condition, a record, a function to be called, a merge, code. The larger ones are in `objects.ts`. */
import type { FunctionValue, Value } from "../../python/value.ts";
import type { Condition } from "./automation-condition.ts";
import type { SelectionExpression } from "./selection-expression.ts";

export interface SelectionPayload {
  readonly kind: "selection";
  readonly selection: SelectionExpression;
}

export interface ConditionPayload {
  readonly kind: "condition";
  readonly condition: Condition;
}

/** Of objects that are only what they were given: the fields that are not at their default, in order. */
export interface RecordPayload {
  readonly kind: "record";
  readonly shown: readonly string[];
}

export interface LazyPayload {
  readonly kind: "lazy";
  readonly function: Value;
}

/** Of `Definitions` that were merged of others. */
export interface MergedPayload {
  readonly kind: "merged";
  readonly parts: readonly Value[];
}

/** Payload of an `AssetSpec` whose code is its own: a dbt model, a dlt resource, a script. */
export interface SpecCodePayload {
  readonly kind: "spec-code";
  /** A text of its own, without what makes no difference. */
  readonly code?: string;
  /** The text of a Python file that is run as it is. */
  readonly script?: string;
  /** Functions of the repository that make its rows. */
  readonly functions?: readonly FunctionValue[];
}
