import dagster as dg

@dg.asset
def customers(): ...
@dg.asset(ins={"c": dg.AssetIn(key="customers", key_prefix="raw")})
def orders(c): ...
defs = dg.Definitions(assets=[customers, orders])
