import dagster as dg

@dg.asset(pool="shop-api/é")
def orders(): ...

@dg.asset(pool="")
def refunds(): ...

defs = dg.Definitions(assets=[orders, refunds])
