from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Mapping, Optional

import dagster as dg
from dagster import AssetExecutionContext
from dagster_sling import DagsterSlingTranslator, SlingConnectionResource, SlingResource, sling_assets

CRANES = Path(__file__).parent / "cranes"

sling = SlingResource(
    connections=[
        SlingConnectionResource(name="MY_POSTGRES", type="postgres", connection_string=dg.EnvVar("HARBOUR_DB")),
        SlingConnectionResource(name="MY_DUCKDB", type="duckdb", connection_string="duckdb:///tmp/harbour.db"),
    ]
)


@sling_assets(replication_config=CRANES / "ships.yaml")
def ships(context, sling: SlingResource):
    """Copies the ships."""
    yield from sling.replicate(context=context)


class ByPart(DagsterSlingTranslator):
    def get_asset_key(self, stream_definition: Mapping[str, Any]) -> dg.AssetKey:
        return super().get_asset_key(stream_definition).with_prefix("by_part")

    def get_deps_asset_key(self, stream_definition) -> Iterable[dg.AssetKey]:
        return [dg.AssetKey(["source", stream_definition["name"].split(".")[1]])]

    def get_group_name(self, stream_definition) -> Optional[str]:
        return "parts"

    def get_kinds(self, stream_definition):
        return {"sling", "duckdb"}

    def sanitize_stream_name(self, stream_name: str) -> str:
        return stream_name.replace("{", "").replace("}", "").replace('"', "").replace(" ", "").lower()


@dataclass
class Whole(DagsterSlingTranslator):
    suffix: str = "copy"
    target_prefix: str = "quay"

    def get_asset_spec(self, stream_definition: Mapping[str, Any]) -> dg.AssetSpec:
        default = super().get_asset_spec(stream_definition)
        config = stream_definition.get("config") or {}
        return default.replace_attributes(
            key=dg.AssetKey([*default.key.path[:-1], f"{default.key.path[-1]}_{self.suffix}"]),
            group_name="whole",
            tags={"mode": config.get("mode", "none")},
            code_version="7",
            automation_condition=dg.AutomationCondition.on_cron("0 1 * * *"),
        )


CARGO = {
    "source": "LOCAL",
    "target": "MY_DUCKDB",
    "defaults": {"mode": "incremental"},
    "streams": {
        f"cargo.{name}": {"object": f"main.{name}", "mode": mode} for name, mode in [("tea", "snapshot"), ("salt", "truncate")]
    },
}


@sling_assets(
    replication_config=CARGO,
    dagster_sling_translator=ByPart(target_prefix="hold"),
    name="cargo_by_part",
    pool="cranes",
)
def cargo_by_part(context: AssetExecutionContext, sling: SlingResource):
    yield from sling.replicate(context=context)


@sling_assets(
    replication_config=CARGO,
    dagster_sling_translator=Whole(suffix="again"),
    partitions_def=dg.DailyPartitionsDefinition("2024-02-01"),
    backfill_policy=dg.BackfillPolicy.single_run(),
    op_tags={"weight": "heavy"},
)
def cargo_again(context: AssetExecutionContext, sling: SlingResource):
    yield from sling.replicate(context=context)


@sling_assets(replication_config=str(CRANES / "mirror.yml"), dagster_sling_translator=DagsterSlingTranslator(target_prefix="mirror"))
def mirror(context, sling: SlingResource): ...


@dg.asset(deps=[dg.AssetKey(["target", "public", "vessels"]), cargo_by_part])
def manifest(): ...


nightly = dg.define_asset_job("nightly", selection=dg.AssetSelection.assets(cargo_again), partitions_def=None)

defs = dg.Definitions(assets=[ships, cargo_by_part, cargo_again, mirror, manifest], jobs=[nightly], resources={"sling": sling})
