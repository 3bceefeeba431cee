/** The package `dagster_cloud`: what it adds to definitions is metadata of where the code stands. */
import type { SymbolModel } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { Models } from "../models.ts";

/** Returns the assets that it is given. */
const passThrough: SymbolModel = ({ args }) => args.keywords.get("assets_defs")?.value ?? args.positional[0]?.value ?? NONE;

const NAME = "link_code_references_to_git_if_cloud";

export const dagsterCloudModels: Models = {
  symbols: Object.fromEntries(
    ["dagster_cloud", "dagster_cloud.metadata", "dagster_cloud.metadata.source_code"].map((module) => [`${module}.${NAME}`, passThrough]),
  ),
};
