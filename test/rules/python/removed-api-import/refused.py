from dagster import (
    AssetSpec,
    Definitions,
    solid,  # expect: removed-api-import
    load_assets_from_dbt_project as load,  # expect: removed-api-import
)
from dagster import assset  # expect: removed-api-import

defs = Definitions(assets=[AssetSpec("orders")])
