import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a", group_name="raw")], group_name="shop")  # expect: multi-asset-group-twice
def several(): ...

@dg.multi_asset(outs={"b": dg.AssetOut(group_name="raw")}, group_name="shop")  # expect: multi-asset-group-twice
def others(): ...

defs = dg.Definitions()
