from pathlib import Path

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, DbtProject
from dagster_dbt.asset_utils import DBT_DEFAULT_SELECTOR, build_dbt_specs
from dagster_dbt.dbt_manifest import validate_manifest

project = DbtProject(project_dir=Path(__file__).parent / "transform")
project.prepare_if_dev()


class ShopTranslator(DagsterDbtTranslator):
    def get_asset_key(self, dbt_resource_props):
        return super().get_asset_key(dbt_resource_props).with_prefix("shop")


specs, check_specs = build_dbt_specs(
    translator=ShopTranslator(),
    manifest=validate_manifest(project.manifest_path),
    select="fqn:*",
    exclude="drafts",
    selector=DBT_DEFAULT_SELECTOR,
    io_manager_key="warehouse_io",
    project=project,
)


@dg.multi_asset(specs=[spec.replace_attributes(group_name="shop") for spec in specs], check_specs=check_specs, can_subset=True)
def shop(context: dg.AssetExecutionContext, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()


defs = dg.Definitions(
    assets=[shop],
    resources={"dbt": DbtCliResource(project_dir=project), "warehouse_io": dg.InMemoryIOManager()},
)
