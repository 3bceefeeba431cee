import dagster as dg


@dg.multi_asset(outs={"orders": dg.AssetOut(), "lines": dg.AssetOut()}, internal_asset_deps={"order_lines": {dg.AssetKey("orders")}})
def everything():
    return 1, 2


defs = dg.Definitions(assets=[everything])
