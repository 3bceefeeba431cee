import dagster as dg

@dg.asset
def orders(): ...

orders_source = dg.SourceAsset("orders")  # expect: duplicate-definition-source-asset

defs = dg.Definitions(assets=[orders, orders_source])
