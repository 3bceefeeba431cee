/** The code behind an asset where that is no Python function: what the spec itself carries for comparing. */

/** Payload of an `AssetSpec` whose code is a text of its own, not the function that runs it: a dbt model. Without what makes no difference. */
export interface SpecCodePayload {
  readonly kind: "spec-code";
  readonly code: string;
}
