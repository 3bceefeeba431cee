import { expect, test } from "vitest";
import { hasPublicName, lifetimeOf } from "../../../src/dagster/version/public-names.ts";
import { parseRelease } from "../../../src/dagster/version/release.ts";

test.each([
  ["asset", "1.0.0", "yes"],
  ["Definitions", "1.0.17", "no"],
  ["Definitions", "1.1.10", "unknown"],
  ["Definitions", "1.1.21", "yes"],
  ["ExperimentalWarning", "1.9.13", "yes"],
  ["ExperimentalWarning", "1.10.0", "no"],
  ["ExperimentalWarning", "1.9", "yes"],
  ["Component", "1.9", "no"],
  ["Component", "1.10", "yes"],
  ["Component", "1.10.4", "unknown"],
  ["FreshnessPolicy", "1.10", "yes"],
  ["FreshnessPolicy", "1.11.3", "no"],
  ["FreshnessPolicy", "1.12.0", "yes"],
  ["AssetJobKey", "1.13", "yes"],
  ["asset", "0.14.0", "unknown"],
  ["solid", "1.14.0", "unknown"],
  ["solid", undefined, "no"],
  ["asset", undefined, "yes"],
])("%s in %s: %s", (name, release, expected) => {
  expect(hasPublicName(name, release === undefined ? undefined : parseRelease(release))).toBe(expected);
});

test("a name tells the release with which it came, or the last that had it", () => {
  expect(lifetimeOf("Component", parseRelease("1.9.3"))).toEqual({ came: "1.10" });
  expect(lifetimeOf("external_asset_from_spec", undefined)).toEqual({ last: "1.8" });
  expect(lifetimeOf("FreshnessPolicy", parseRelease("1.11.3"))).toEqual({ came: "1.12" });
  expect(lifetimeOf("asset", undefined)).toBeUndefined();
  expect(lifetimeOf("soup", undefined)).toBeUndefined();
});
