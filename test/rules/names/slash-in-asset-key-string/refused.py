from dagster import asset, multi_asset, AssetSpec
import dagster as dg

@asset(key="raw/orders")  # expect: slash-in-asset-key-string
def orders(): ...

@asset(key_prefix="raw/shop")  # expect: slash-in-asset-key-string
def refunds(): ...

@asset(deps=["raw/orders"])  # expect: slash-in-asset-key-string
def revenue(): ...

@asset(key=["raw", "eu/stock"])  # expect: slash-in-asset-key-string
def stock(): ...

@multi_asset(specs=[AssetSpec("raw/a")])  # expect: slash-in-asset-key-string
def several(): ...

defs = dg.Definitions(assets=[orders, refunds, revenue, stock, several])
