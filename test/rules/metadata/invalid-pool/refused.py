import dagster as dg

@dg.asset(pool="shop api")  # expect: invalid-pool
def orders(): ...

@dg.op(pool=" api")  # expect: invalid-pool
def step(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a")], pool="a\tb")  # expect: invalid-pool
def several(): ...

defs = dg.Definitions(assets=[orders, several])
