from pathlib import Path

import dagster as dg
from dagster_sling import DagsterSlingTranslator, SlingResource
from dagster_sling.asset_decorator import get_sling_asset_specs, get_streams_from_replication
from dagster_sling.sling_replication import validate_replication

REPLICATION = Path(__file__).parent / "replication.yaml"
weeks = dg.WeeklyPartitionsDefinition(start_date="2024-01-07")


class LakeTranslator(DagsterSlingTranslator):
    def get_asset_spec(self, stream_definition):
        spec = super().get_asset_spec(stream_definition)
        return spec.replace_attributes(key=spec.key.with_prefix("weekly"))


@dg.multi_asset(specs=get_sling_asset_specs(REPLICATION), can_subset=True)
def replicate(context: dg.AssetExecutionContext, sling: SlingResource):
    yield from sling.replicate(context=context)


weekly = [
    spec.with_io_manager_key("lake_io").replace_attributes(owners=["team:lake"])
    for spec in get_sling_asset_specs(str(REPLICATION), LakeTranslator(target_prefix="archive"), weeks)
]

audits = [
    dg.AssetSpec(["audit", *stream["name"].split(".")], deps=[dg.AssetKey(stream["name"].split("."))])
    for stream in get_streams_from_replication(validate_replication(REPLICATION))
]

defs = dg.Definitions(assets=[replicate, *weekly, *audits], resources={"sling": SlingResource(connections=[])})
