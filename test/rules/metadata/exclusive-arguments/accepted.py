import dagster as dg

@dg.asset(key_prefix="raw")
def customers(): ...

@dg.asset(ins={"buyers": dg.AssetIn(key=["raw", "customers"], key_prefix=None)})
def orders(buyers): ...

@dg.multi_asset(outs={"paid": dg.AssetOut(key="paid_orders", key_prefix="")})
def payments(): ...

defs = dg.Definitions(assets=[customers, orders, payments])
