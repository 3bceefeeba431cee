import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(
    outs={"a": dg.AssetOut(), "b": dg.AssetOut(key_prefix="raw")},
    internal_asset_deps={"a": {dg.AssetKey("orders")}, "b": {dg.AssetKey("a")}},
)
def several(orders): ...

defs = dg.Definitions(assets=[orders, several])
