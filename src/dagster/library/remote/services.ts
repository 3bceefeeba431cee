/**
 * Services whose workspaces integration packages read over the network, as data: how each names its workspaces, the functions that list what is in
 * them, and its component. One entry to add for one more service.
 */

export interface Service {
  readonly name: string;
  readonly package: string;
  /** What a workspace holds, in words. */
  readonly contents: string;
  /** Resource classes that stand for a workspace. */
  readonly workspaces: readonly string[];
  /** Fields that tell workspaces apart, the most telling first. */
  readonly identity: readonly string[];
  /** Functions of a workspace that return specs. */
  readonly specs?: readonly string[];
  /** Functions of a workspace that return assets definitions. */
  readonly definitions?: readonly string[];
  /** The decorator, and its parameter that names one part of the workspace. */
  readonly decorator?: { readonly name: string; readonly part?: string };
  readonly components?: readonly string[];
}

export const SERVICES: readonly Service[] = [
  {
    name: "fivetran",
    package: "dagster_fivetran",
    contents: "the tables of Fivetran connectors",
    workspaces: ["FivetranWorkspace"],
    identity: ["account_id"],
    specs: ["load_fivetran_asset_specs"],
    definitions: ["build_fivetran_assets_definitions", "load_assets_from_fivetran_instance"],
    decorator: { name: "fivetran_assets", part: "connector_id" },
    components: ["FivetranAccountComponent"],
  },
  {
    name: "airbyte",
    package: "dagster_airbyte",
    contents: "the streams of Airbyte connections",
    workspaces: ["AirbyteWorkspace", "AirbyteCloudWorkspace"],
    identity: ["workspace_id", "rest_api_base_url"],
    specs: ["load_airbyte_asset_specs", "load_airbyte_cloud_asset_specs"],
    definitions: ["build_airbyte_assets_definitions", "load_assets_from_airbyte_instance", "load_assets_from_connections"],
    decorator: { name: "airbyte_assets", part: "connection_id" },
    components: ["AirbyteWorkspaceComponent", "AirbyteCloudWorkspaceComponent"],
  },
  {
    name: "tableau",
    package: "dagster_tableau",
    contents: "the workbooks of the Tableau site",
    workspaces: ["TableauCloudWorkspace", "TableauServerWorkspace"],
    identity: ["site_name", "pod_name", "server_name"],
    specs: ["load_tableau_asset_specs"],
    decorator: { name: "tableau_assets" },
    components: ["TableauComponent"],
  },
  {
    name: "looker",
    package: "dagster_looker",
    contents: "the dashboards and explores of the Looker instance",
    workspaces: ["LookerResource"],
    identity: ["base_url"],
    specs: ["load_looker_asset_specs"],
    components: ["LookerComponent"],
  },
  {
    name: "powerbi",
    package: "dagster_powerbi",
    contents: "the reports of the Power BI workspace",
    workspaces: ["PowerBIWorkspace"],
    identity: ["workspace_id"],
    specs: ["load_powerbi_asset_specs"],
    components: ["PowerBIWorkspaceComponent"],
  },
  {
    name: "sigma",
    package: "dagster_sigma",
    contents: "the workbooks of the Sigma organization",
    workspaces: ["SigmaOrganization"],
    identity: ["client_id", "base_url"],
    specs: ["load_sigma_asset_specs"],
    components: ["SigmaComponent"],
  },
  {
    name: "omni",
    package: "dagster_omni",
    contents: "the documents of the Omni workspace",
    workspaces: ["OmniWorkspace"],
    identity: ["base_url"],
    components: ["OmniComponent"],
  },
  {
    name: "census",
    package: "dagster_census",
    contents: "the syncs of the Census workspace",
    workspaces: ["CensusResource"],
    identity: [],
    components: ["CensusComponent"],
  },
];
