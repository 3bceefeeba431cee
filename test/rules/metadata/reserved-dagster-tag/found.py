import dagster as dg
from dagster import AssetSpec, asset, define_asset_job

SHARED = {"dagster/owner": "shop", "tier": "1"}


@asset(tags=SHARED)  # expect: reserved-dagster-tag
def orders(): ...


@asset(tags=SHARED, op_tags={"dagster/cluster": "big"})  # expect: reserved-dagster-tag
def customers(): ...


def spec(name):
    return AssetSpec(name, tags={f"dagster/{name}": "yes"})  # expect: reserved-dagster-tag


nightly = define_asset_job("nightly", tags={"dagster/team": "shop"})  # expect: reserved-dagster-tag

defs = dg.Definitions(assets=[orders, customers, spec("returns")], jobs=[nightly])
