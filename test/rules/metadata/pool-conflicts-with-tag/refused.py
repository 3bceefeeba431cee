import dagster as dg

@dg.asset(pool="shop_api", op_tags={"dagster/concurrency_key": "warehouse"})  # expect: pool-conflicts-with-tag
def orders(): ...

@dg.op(pool="shop_api", tags={"dagster/concurrency_key": "warehouse"})  # expect: pool-conflicts-with-tag
def step(): ...

defs = dg.Definitions(assets=[orders])
