import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(key_prefix="raw", name="orders")
def raw_orders(): ...

in_another_system = dg.SourceAsset("orders")
same = dg.AssetSpec("ledger")

defs = dg.Definitions(assets=[orders, orders, raw_orders, in_another_system, same, dg.AssetSpec("ledger")])
