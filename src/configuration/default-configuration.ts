/** What holds where nobody says otherwise. */
import type { Configuration } from "../types/configuration.ts";

export const DEFAULT_CONFIGURATION: Configuration = {
  environment: {},
  locations: { include: [], exclude: [] },
  paths: { include: [], exclude: [] },
  rules: {},
  overrides: [],
  select: [],
  ignore: [],
  requiredMetadata: [],
  thresholds: { "asset-lines": 120, "check-from-downstream": 3, "sensor-interval-seconds": 30 },
  comment: { behaviour: "update", maxNodes: 40 },
  check: { failOn: "error", newOnly: true },
  suppressions: { requireReason: false },
  health: { issue: false, schedule: "weekly" },
  scaffold: { enabled: true, draft: true, templates: null },
  baseline: ".dagsight/baseline.json",
};
