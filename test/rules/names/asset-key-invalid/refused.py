from dagster import AssetKey, AssetSpec, asset, graph_asset, multi_asset, observable_source_asset, op
import dagster as dg

@asset(name="daily orders")  # expect: asset-key-invalid
def orders(): ...

@asset(key=["raw", "orders!"])  # expect: asset-key-invalid
def raw_orders(): ...

@asset(key_prefix="données")  # expect: asset-key-invalid
def refunds(): ...

@multi_asset(specs=[AssetSpec("a b")])  # expect: asset-key-invalid
def several(): ...

@asset(deps=["some thing"])  # expect: asset-key-invalid
def waits(): ...

@op
def step(): ...

@graph_asset(name="graph asset")  # expect: asset-key-invalid
def whole():
    return step()

@observable_source_asset(name="seen?")  # expect: asset-key-invalid
def seen(): ...

defs = dg.Definitions(assets=[orders, raw_orders, refunds, several, whole, seen])
