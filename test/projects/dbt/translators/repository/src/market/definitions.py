from collections.abc import Mapping
from pathlib import Path
from typing import Any, Optional

import dagster as dg
from dagster_dbt import (
    DagsterDbtTranslator,
    DagsterDbtTranslatorSettings,
    DbtCliResource,
    DbtProject,
    build_dbt_asset_selection,
    build_schedule_from_dbt_selection,
    dbt_assets,
    get_asset_key_for_model,
    get_asset_keys_by_output_name_for_source,
)

TRANSFORM = Path(__file__).joinpath("..", "..", "..", "transform").resolve()
project = DbtProject(project_dir=TRANSFORM)
project.prepare_if_dev()

days = dg.DailyPartitionsDefinition(start_date="2024-01-01")


class MarketTranslator(DagsterDbtTranslator):
    def get_asset_key(self, dbt_resource_props: Mapping[str, Any]) -> dg.AssetKey:
        key = super().get_asset_key(dbt_resource_props)
        if dbt_resource_props["resource_type"] == "source":
            return key.with_prefix("lake")
        return key.with_prefix(["market", dbt_resource_props["fqn"][1]])

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> Optional[str]:
        if "pii" in dbt_resource_props.get("tags", []):
            return "private"
        return super().get_group_name(dbt_resource_props) or "market"

    def get_tags(self, dbt_resource_props):
        return {**super().get_tags(dbt_resource_props), "path": dbt_resource_props["original_file_path"].split("/")[1]}

    def get_automation_condition(self, dbt_resource_props):
        if dbt_resource_props["config"].get("materialized") == "table":
            return dg.AutomationCondition.eager()
        return None

    def get_owners(self, dbt_resource_props):
        return super().get_owners(dbt_resource_props) or ["team:market"]


class OwnedSpec(DagsterDbtTranslator):
    def get_asset_spec(self, manifest, unique_id, project):
        spec = super().get_asset_spec(manifest, unique_id, project)
        props = self.get_resource_props(manifest, unique_id)
        return spec.replace_attributes(
            key=dg.AssetKey(["owned", *spec.key.path]),
            group_name=props["resource_type"],
        ).merge_attributes(owners=["team:owned"])


@dbt_assets(
    manifest=project.manifest_path,
    project=project,
    select="tag:market",
    exclude="resource_type:snapshot",
    dagster_dbt_translator=MarketTranslator(settings=DagsterDbtTranslatorSettings(enable_source_tests_as_checks=True)),
)
def market(context: dg.AssetExecutionContext, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()


@dbt_assets(manifest=project.manifest_path, select="+daily_sales", name="daily", partitions_def=days, io_manager_key="warehouse_io")
def daily_models(context, dbt: DbtCliResource):
    yield from dbt.cli(["build"], context=context).stream()


@dbt_assets(
    manifest=str(TRANSFORM / "target" / "manifest.json"),
    selector="history",
    dagster_dbt_translator=OwnedSpec(),
    op_tags={"team": "history"},
    backfill_policy=dg.BackfillPolicy.multi_run(),
)
def history(context, dbt: DbtCliResource):
    yield from dbt.cli(["snapshot"], context=context).stream()


@dg.multi_asset(
    outs={name: dg.AssetOut(key=key) for name, key in get_asset_keys_by_output_name_for_source([market], "stall").items()},
)
def ingest():
    yield from ()


@dg.asset(deps=[get_asset_key_for_model([market], "prices")])
def price_report() -> None: ...


definitions = dg.Definitions(
    assets=[market, daily_models, history, ingest, price_report],
    jobs=[
        dg.define_asset_job("prices_job", selection=build_dbt_asset_selection([market], dbt_select="+prices")),
        dg.define_asset_job("after_staging", selection=build_dbt_asset_selection([market], dbt_select="staging").downstream()),
    ],
    schedules=[build_schedule_from_dbt_selection([market], job_name="nightly_market", cron_schedule="0 3 * * *", dbt_select="tag:nightly")],
    resources={"dbt": DbtCliResource(project_dir=project), "warehouse_io": dg.InMemoryIOManager()},
)
