import dagster as dg
from dagster_fivetran import build_fivetran_assets, fivetran_resource, FivetranResource
from dagster_airbyte import build_airbyte_assets, AirbyteResource
from dagster_looker import build_looker_pdt_assets_definitions, RequestStartPdtBuild, LookerResource
from dagster_sigma import build_materialize_workbook_assets_definition
from dagster_powerbi import build_semantic_model_refresh_asset_definition
ft = build_fivetran_assets(connector_id="abc", destination_tables=["shop.orders", "shop.items"], asset_key_prefix=["raw"], group_name="ft", metadata_by_table_name={"shop.orders": {"x": 1}}, io_manager_key="wh", op_tags={"a": "b"})
ab = build_airbyte_assets("12-34", ["users", "events"], destination_database="db", destination_schema="sc", asset_key_prefix=["ab"], group_name="g", normalization_tables={"users": {"users_address"}}, deps=[dg.AssetKey("src")])
ab2 = build_airbyte_assets(connection_id="77", destination_tables=["t1"])
pdts = build_looker_pdt_assets_definitions(resource_key="looker", request_start_pdt_builds=[RequestStartPdtBuild(model_name="m", view_name="v")])
wb = build_materialize_workbook_assets_definition("sigma", dg.AssetSpec(["wb", "sales"]))
@dg.asset(deps=[*ft, dg.AssetKey(["ab", "users"])])
def down(): ...
defs = dg.Definitions(assets=[*ft, *ab, *ab2, *pdts, wb, down], resources={"fivetran": dg.ResourceDefinition.none_resource(), "airbyte": dg.ResourceDefinition.none_resource(), "looker": dg.ResourceDefinition.none_resource(), "sigma": dg.ResourceDefinition.none_resource(), "wh": dg.mem_io_manager})
