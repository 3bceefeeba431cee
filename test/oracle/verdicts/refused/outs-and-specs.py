import dagster as dg


@dg.multi_asset(outs={"orders": dg.AssetOut()}, specs=[dg.AssetSpec("orders")])
def everything(): ...


defs = dg.Definitions(assets=[everything])
