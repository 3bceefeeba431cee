import { expect, test } from "vitest";
import { dagsterLibrary } from "../../../src/dagster/library/dagster-library.ts";
import { standardLibrary } from "../../../src/python/stdlib/stdlib.ts";

const { canonical, symbols, types, constants } = dagsterLibrary();

test.each([
  ["dagster._core.definitions.asset_selection.AssetSelection", "dagster.AssetSelection"],
  ["dagster._core.definitions.asset_selection.AssetSelection.groups", "dagster.AssetSelection.groups"],
  ["dagster._core.definitions.decorators.asset_decorator.asset", "dagster.asset"],
  ["dagster._core.storage.fs_io_manager.fs_io_manager", "dagster.fs_io_manager"],
  ["dagster._core.definitions.unresolved_asset_job_definition.UnresolvedAssetJobDefinition", "dagster.UnresolvedAssetJobDefinition"],
  ["dagster.components.load_defs", "dagster.load_defs"],
  ["dagster.AssetSelection.groups", "dagster.AssetSelection.groups"],
  ["dagster.ResourceDefinition.configured", "dagster.ResourceDefinition.configured"],
  ["dagster._core.definitions.utils.DEFAULT_GROUP_NAME", "dagster._core.definitions.utils.DEFAULT_GROUP_NAME"],
  ["dagster_aws.s3.resources.S3Resource", "dagster_aws.s3.S3Resource"],
  ["dagster_pagerduty.resources.PagerDutyService", "dagster_pagerduty.PagerDutyService"],
  ["dagster_embedded_elt.sling.sling_assets", "dagster_sling.sling_assets"],
  ["dagster_embedded_elt.dlt.dlt_assets", "dagster_dlt.dlt_assets"],
  ["dagster_components.load_defs", "dagster.load_defs"],
  ["pandas.DataFrame", "pandas.DataFrame"],
])("%s is %s", (name, expected) => {
  expect(canonical(name)).toBe(expected);
});

test("every model stands under a name that leads to itself", () => {
  const moved = [...symbols.keys(), ...types.keys(), ...constants.keys()].filter((name) => canonical(name) !== name);

  expect(moved).toEqual([]);
});

test("every base of a type is a type of this library or of the standard one", () => {
  const standard = standardLibrary().types;
  const unknown = [...types].flatMap(([, model]) => model.bases ?? []).filter((base) => !types.has(base) && !standard.has(base));

  expect(unknown).toEqual([]);
});
