/** The package `dagster_cloud`: metadata of where the code stands, checks that find anomalies. */
import type { SymbolModel } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import { checksFor } from "../checks/check-builders.ts";
import type { Models } from "../models.ts";
import { argument, keywordObject } from "./package-objects.ts";

/** Returns the assets that it is given. */
const passThrough: SymbolModel = ({ args }) => args.keywords.get("assets_defs")?.value ?? args.positional[0]?.value ?? NONE;

/** The model that looks for anomalies; there is one. */
const MODEL = "FRESHNESS_BETA";

const anomalyChecks: SymbolModel = (context) =>
  checksFor(
    {
      assets: argument(context, "assets", 0),
      op: { prefix: "anomaly_detection_freshness_check", digests: "assets" },
      name: str("anomaly_detection_freshness_check"),
      description: str(`Detects anomalies in the freshness of the asset using model ${MODEL.toLowerCase()}.`),
      blocking: NONE,
    },
    context,
  );

const NAME = "link_code_references_to_git_if_cloud";

export const dagsterCloudModels: Models = {
  symbols: {
    ...Object.fromEntries(
      ["dagster_cloud", "dagster_cloud.metadata", "dagster_cloud.metadata.source_code"].map((module) => [`${module}.${NAME}`, passThrough]),
    ),
    "dagster_cloud.anomaly_detection.build_anomaly_detection_freshness_checks": anomalyChecks,
    "dagster_cloud.anomaly_detection.defs.build_anomaly_detection_freshness_checks": anomalyChecks,
    "dagster_cloud.anomaly_detection.BetaFreshnessAnomalyDetectionParams": keywordObject(
      "dagster_cloud.anomaly_detection.BetaFreshnessAnomalyDetectionParams",
    ),
  },
  types: { "dagster_cloud.anomaly_detection.BetaFreshnessAnomalyDetectionParams": {} },
};
