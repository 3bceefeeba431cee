/** What is read, and in which environment. */
import type { AnalysisOptions, EntryPoint } from "../../dagster/analysis.ts";
import type { Configuration } from "../../types/configuration.ts";

export interface ReadPlace {
  /** Where code locations are looked for, relative to the repository root. */
  readonly folder: string;
  readonly entries: readonly EntryPoint[] | undefined;
}

export function analysisOptions({ folder, entries }: ReadPlace, { environment }: Configuration): AnalysisOptions {
  return { root: folder, environment: new Map(Object.entries(environment)), ...(entries === undefined ? {} : { entries }) };
}
