/** Dagster's configuration types, as far as it matters which values they take. What is not known through and through is `any`. */

export type ConfigType =
  | { readonly kind: "any" }
  /** `isSource`: an environment variable may stand in its place, `{"env": "NAME"}`. */
  | { readonly kind: "scalar"; readonly name: "str" | "int" | "float" | "bool"; readonly isSource: boolean }
  | { readonly kind: "noneable"; readonly inner: ConfigType }
  | { readonly kind: "array"; readonly inner: ConfigType }
  | { readonly kind: "map"; readonly inner: ConfigType }
  | { readonly kind: "enum"; readonly names: readonly string[] }
  /** `isOpen`: other fields may be given, too. */
  | { readonly kind: "shape"; readonly fields: ReadonlyMap<string, ConfigField>; readonly isOpen: boolean };

export interface ConfigField {
  readonly type: ConfigType;
  readonly isRequired: boolean;
}

export const ANY: ConfigType = { kind: "any" };
export const ANYTHING_IN_LIST: ConfigType = { kind: "array", inner: ANY };
export const ANY_FIELDS: ConfigType = { kind: "shape", fields: new Map(), isOpen: true };
