from collections.abc import Iterable
from dataclasses import dataclass

import dagster as dg
import dlt
from dagster_dlt import DagsterDltResource, DagsterDltTranslator, dlt_assets
from dagster_dlt.translator import DltResourceTranslatorData

from orchard.sources import fairs, market, station, trees

pipeline = dlt.pipeline(pipeline_name="orchard", dataset_name="raw", destination="duckdb", progress="log")


@dlt_assets(dlt_source=trees(owner="ann"), dlt_pipeline=pipeline, name="trees", group_name="trees")
def tree_assets(context: dg.AssetExecutionContext, dlt: DagsterDltResource):
    """Loads trees."""
    yield from dlt.run(context=context)


@dataclass
class Prefixed(DagsterDltTranslator):
    prefix: str

    def get_asset_spec(self, data: DltResourceTranslatorData) -> dg.AssetSpec:
        spec = super().get_asset_spec(data)
        return spec.replace_attributes(
            key=dg.AssetKey([self.prefix, data.resource.name]),
            deps=[dep.asset_key.with_prefix("upstream") for dep in spec.deps],
            group_name=data.resource.source_name,
            kinds={"dlt", data.destination.destination_name, "table"},
        )


@dlt_assets(
    dlt_source=station(["hill", "valley"]),
    dlt_pipeline=dlt.pipeline(pipeline_name="station", destination=dlt.destinations.filesystem("file:///tmp/station")),
    dagster_dlt_translator=Prefixed("station"),
    partitions_def=dg.DailyPartitionsDefinition("2024-05-01"),
    pool="dlt",
)
def station_assets(context, dlt: DagsterDltResource): ...


class ByPart(DagsterDltTranslator):
    def __init__(self, suffix):
        self.suffix = suffix

    def get_asset_key(self, resource) -> dg.AssetKey:
        return dg.AssetKey(["market", f"{resource.name}_{self.suffix}"])

    def get_deps_asset_keys(self, resource) -> Iterable[dg.AssetKey]:
        yield from super().get_deps_asset_keys(resource)
        yield dg.AssetKey("licence")

    def get_tags(self, resource):
        return {"table": resource.table_name}

    def get_automation_condition(self, resource):
        return dg.AutomationCondition.eager() if resource.name == "prices" else None

    def get_owners(self, resource):
        return ["team:market"]

    def get_kinds(self, resource, destination):
        return super().get_kinds(resource, destination) | {"api"}


@dlt_assets(dlt_source=market, dlt_pipeline=pipeline, dagster_dlt_translator=ByPart("api"))
def market_assets(context, dlt: DagsterDltResource): ...


@dlt_assets(dlt_source=fairs().with_resources("autumn"), dlt_pipeline=dlt.pipeline("fairs"), group_name="fairs")
def fair_assets(context, dlt: DagsterDltResource): ...


sources = [dg.AssetSpec(key, group_name="sources") for key in tree_assets.dependency_keys]

defs = dg.Definitions(
    assets=[tree_assets, station_assets, market_assets, fair_assets, *sources],
    jobs=[dg.define_asset_job("load_trees", selection=dg.AssetSelection.assets(tree_assets))],
    resources={"dlt": DagsterDltResource()},
)
