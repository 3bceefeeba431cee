import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("raw"), dg.AssetSpec("report", deps=["clean"])])
def both(): ...  # expect: multi-asset-cycle

@dg.asset(deps=["raw"])
def clean(): ...

defs = dg.Definitions(assets=[both, clean])
