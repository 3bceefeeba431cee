import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"placed": dg.AssetIn(key_prefix="raw")})  # expect: missing-upstream-asset
def revenue(placed): ...

defs = dg.Definitions(assets=[orders, revenue])
