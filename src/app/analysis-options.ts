/** What is read, and in which environment: the named one of the configuration, and over it what the caller says. */
import type { AnalysisOptions, EntryPoint } from "../dagster/analysis.ts";
import type { Configuration } from "../types/configuration.ts";

export interface ReadPlace {
  /** Where code locations are looked for, relative to the repository root. */
  readonly folder: string;
  readonly entries: readonly EntryPoint[] | undefined;
}

export function analysisOptions(
  { folder, entries }: ReadPlace,
  configuration: Configuration,
  environment: Readonly<Record<string, string>>,
): AnalysisOptions {
  return {
    root: folder,
    environment: new Map(Object.entries({ ...configuration.environment, ...environment })),
    ...(entries === undefined ? {} : { entries }),
  };
}
