from dagster import asset, graph_asset, observable_source_asset, op
import dagster as dg

@asset(key="orders", name="orders")  # expect: asset-key-and-name
def orders(): ...

@asset(key=["raw", "refunds"], key_prefix=["raw"])  # expect: asset-key-and-name
def refunds(): ...

@observable_source_asset(key="seen", name="seen")  # expect: asset-key-and-name
def seen(): ...

defs = dg.Definitions(assets=[])
