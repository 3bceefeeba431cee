from pathlib import Path

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

WAREHOUSE = Path(__file__).parent / "warehouse"


@dbt_assets(manifest=WAREHOUSE / "target" / "manifest.json")
def warehouse_models(context: dg.AssetExecutionContext, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()


defs = dg.Definitions(assets=[warehouse_models], resources={"dbt": DbtCliResource(project_dir=str(WAREHOUSE))})
