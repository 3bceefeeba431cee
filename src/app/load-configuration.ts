/** The configuration that a tree brings, and where it came from. */
import type { LoadableTree } from "../ports/source-store.ts";
import type { Configuration } from "../types/configuration.ts";

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The file; null where the defaults hold. */
  readonly origin: string | null;
}

const DEFAULTS: Configuration = {
  environment: {},
  locations: { include: [], exclude: [] },
  paths: { include: [], exclude: [] },
  rules: {},
  overrides: [],
  select: [],
  ignore: [],
  requiredMetadata: [],
  thresholds: {},
  comment: { behaviour: "update", maxNodes: 40 },
  check: { failOn: "error", newOnly: true },
  health: { issue: false, schedule: "weekly" },
  scaffold: { enabled: true, draft: false, templates: null },
  baseline: null,
};

export async function loadConfiguration(_tree: LoadableTree): Promise<LoadedConfiguration> {
  return { configuration: DEFAULTS, origin: null };
}
