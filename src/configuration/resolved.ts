/** A value and the place that decided it: what `dagsight config --origin` prints. */
import type { Location } from "../base/span.ts";
import type { Configuration } from "../types/configuration.ts";

export type Origin =
  | { readonly kind: "default" }
  /** `location` is in the repository's file at the base commit, or in the organisation's. */
  | { readonly kind: "file" | "organisation"; readonly location: Location }
  /** The variable. */
  | { readonly kind: "environment"; readonly name: string }
  /** The option: `--select`. */
  | { readonly kind: "command-line"; readonly name: string };

export interface Resolved<T> {
  readonly value: T;
  readonly origin: Origin;
}

export interface ResolvedConfiguration {
  readonly configuration: Configuration;
  /** By dotted key, sorted: `check.failOn`, `environment.REGION`. Empty maps and lists stand under their own key. */
  readonly settings: ReadonlyMap<string, Resolved<unknown>>;
}
