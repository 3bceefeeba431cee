/** The code behind an asset where that is not the function that runs it: what the spec itself carries for comparing. */
import type { FunctionValue } from "../../python/value.ts";

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
