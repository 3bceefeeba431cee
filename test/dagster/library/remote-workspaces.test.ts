/** What a service holds is known at run time only: one opaque node, an open graph, and no error of what hangs on it. */
import { describe, expect, it } from "vitest";
import { checkFiles } from "../../rules/check-files.ts";
import { edgesOf, loadDefinitions, nodesOf } from "../loading/analyze-files.ts";

const FIVETRAN = `
from dagster_fivetran import FivetranWorkspace, build_fivetran_assets_definitions, fivetran_assets, load_fivetran_asset_specs

workspace = FivetranWorkspace(account_id=dg.EnvVar("FIVETRAN_ACCOUNT"), api_key=dg.EnvVar("KEY"), api_secret=dg.EnvVar("SECRET"))
`;

describe("a workspace that is read over the network", () => {
  it.each([
    [
      "fivetran",
      `${FIVETRAN}\nspecs = load_fivetran_asset_specs(workspace, connector_selector_fn=lambda connector: connector.name == "shop")`,
      "external fivetran/FIVETRAN_ACCOUNT/...?",
    ],
    ["fivetran", `${FIVETRAN}\nspecs = workspace.load_asset_specs()`, "external fivetran/FIVETRAN_ACCOUNT/...?"],
    ["fivetran", `${FIVETRAN}\nspecs = build_fivetran_assets_definitions(workspace=workspace)`, "asset fivetran/FIVETRAN_ACCOUNT/...?"],
    [
      "airbyte",
      `from dagster_airbyte import AirbyteCloudWorkspace, load_airbyte_cloud_asset_specs\n\nspecs = load_airbyte_cloud_asset_specs(AirbyteCloudWorkspace(workspace_id="w-1", client_id="a", client_secret="b"))`,
      "external airbyte/w-1/...?",
    ],
    [
      "looker",
      `from dagster_looker import LookerResource, load_looker_asset_specs\n\nspecs = load_looker_asset_specs(looker_resource=LookerResource(base_url="https://acme.looker.com", client_id="a", client_secret="b"))`,
      "external looker/acme.looker.com/...?",
    ],
    [
      "sigma",
      `from dagster_sigma import SigmaBaseUrl, SigmaOrganization, load_sigma_asset_specs\n\nspecs = load_sigma_asset_specs(SigmaOrganization(base_url=SigmaBaseUrl.AWS_US, client_id=dg.EnvVar("SIGMA_CLIENT"), client_secret="b"))`,
      "external sigma/SIGMA_CLIENT/...?",
    ],
    [
      "powerbi",
      `from dagster_powerbi import PowerBIToken, PowerBIWorkspace, load_powerbi_asset_specs\n\nfound = load_powerbi_asset_specs(PowerBIWorkspace(credentials=PowerBIToken(api_token="t"), workspace_id="w"))\nspecs = [spec.replace_attributes(group_name="reports") for spec in found]`,
      "external powerbi/w/...?",
    ],
  ])("of %s is one opaque node, whatever lists it: %#", async (_, text, node) => {
    const { document } = await loadDefinitions(`${text}\ndefs = dg.Definitions(assets=specs)`);

    expect(nodesOf(document)).toEqual([node]);
    expect(document.nodes[0]?.unresolved).toContain("key");
    expect(document.unresolved.map(({ field, reason }) => `${field} ${reason}`)).toEqual(["key runtime-input", "null runtime-input"]);
  });

  it("keeps what the decorator says, and what depends on it is no claim", async () => {
    const { document } = await loadDefinitions(`${FIVETRAN}
@fivetran_assets(connector_id="shop", workspace=workspace, name="shop_tables", group_name="shop")
def shop(context, fivetran: FivetranWorkspace): ...

@dg.asset(deps=[shop])
def revenue(): ...

defs = dg.Definitions(assets=[shop, revenue], resources={"fivetran": workspace})`);

    expect(nodesOf(document)).toEqual(["asset fivetran/FIVETRAN_ACCOUNT/shop/...?", "asset revenue"]);
    expect(edgesOf(document)).toEqual(["fivetran/FIVETRAN_ACCOUNT/shop/... -> revenue"]);
    expect(document.edges[0]?.conditional?.reason).toContain("known at run time only");
    expect(document.nodes[0]?.definition).toMatchObject({ function: "definitions:shop" });
  });

  it("makes no error of an upstream, a check or a job that only it can have", async () => {
    const text = `import dagster as dg
${FIVETRAN}
@dg.asset(ins={"orders": dg.AssetIn(key=dg.AssetKey(["shop", "orders"]))})
def revenue(orders): ...

@dg.asset_check(asset=dg.AssetKey(["shop", "items"]))
def has_items() -> dg.AssetCheckResult: ...

nightly = dg.define_asset_job("nightly", selection=dg.AssetSelection.assets(dg.AssetKey(["shop", "items"])))
defs = dg.Definitions(assets=[*load_fivetran_asset_specs(workspace), revenue], asset_checks=[has_items], jobs=[nightly])
`;

    const findings = await checkFiles({ "definitions.py": text }, "definitions.py");

    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
