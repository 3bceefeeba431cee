import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("raw"), dg.AssetSpec("report", deps=["clean"])], can_subset=True)
def both(): ...

@dg.asset(deps=["raw"])
def clean(): ...

@dg.multi_asset(specs=[dg.AssetSpec("x"), dg.AssetSpec("y", deps=["x", "raw"])])
def others(): ...

defs = dg.Definitions(assets=[both, clean, others])
