import dagster as dg

@dg.asset(pool="shop_api", op_tags={"dagster/concurrency_key": "shop_api"})
def orders(): ...

@dg.asset(op_tags={"dagster/concurrency_key": "warehouse"})
def refunds(): ...

@dg.asset(pool="shop_api", tags={"dagster/concurrency_key": "warehouse"})
def stock(): ...

defs = dg.Definitions(assets=[orders, refunds, stock])
