import dagster as dg


@dg.multi_asset(specs=[dg.AssetSpec("orders"), dg.AssetSpec("lines")], can_subset=True)
def everything(): ...


defs = dg.Definitions(assets=[everything], jobs=[dg.define_asset_job("nightly", selection=["orders"])])
