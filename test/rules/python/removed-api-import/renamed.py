from dagster import (
    AssetSpec,
    AutoMaterializeSensorDefinition,  # expect: removed-api-import
    Defintions,  # expect: removed-api-import
    external_asset_from_spec,  # expect: removed-api-import
    external_assets_from_specs as external,  # expect: removed-api-import
    lambda_solid,  # expect: removed-api-import
    pipeline,  # expect: removed-api-import
)
from dagster import DagsterRunStatus, ModeDefinition  # expect: removed-api-import


@lambda_solid
def count_orders():
    return 1


@pipeline
def counting():
    count_orders()


raw = external([AssetSpec("raw_orders"), AssetSpec("raw_customers")])
regions = external_asset_from_spec(
    spec=AssetSpec("regions"),
)
follow = AutoMaterializeSensorDefinition("follow", asset_selection="*")

defs = Defintions(assets=[*raw, regions], sensors=[follow])
