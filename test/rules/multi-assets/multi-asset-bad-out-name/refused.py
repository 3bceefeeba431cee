import dagster as dg

@dg.multi_asset(outs={"raw-orders": dg.AssetOut()})  # expect: multi-asset-bad-out-name
def several(): ...

defs = dg.Definitions()
