/** All that is modelled of dlt and `dagster_dlt`. */
import type { Models } from "../models.ts";
import { dltBuiltInSourceModels } from "./built-in-sources.ts";
import { dltAssetsModels } from "./dlt-assets.ts";
import { dltComponentModels } from "./dlt-component.ts";
import { dltPipelineModels } from "./dlt-pipeline.ts";
import { dltResourceModels } from "./dlt-resource.ts";
import { dltSourceModels } from "./dlt-source.ts";
import { dltTranslatorModels } from "./dlt-translator.ts";

export const DLT_MODELS: readonly Models[] = [
  dltResourceModels,
  dltSourceModels,
  dltPipelineModels,
  dltBuiltInSourceModels,
  dltTranslatorModels,
  dltAssetsModels,
  dltComponentModels,
];
