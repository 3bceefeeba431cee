import dagster as dg

PREFIX = "raw"

@dg.asset(key_prefix=PREFIX)
def customers(): ...

@dg.asset(ins={"buyers": dg.AssetIn(key="customers", key_prefix=PREFIX)})  # expect: exclusive-arguments
def orders(buyers): ...

@dg.multi_asset(outs={"paid": dg.AssetOut(key="paid_orders", key_prefix=["raw"])})  # expect: exclusive-arguments
def payments(): ...

defs = dg.Definitions(assets=[customers, orders, payments])
