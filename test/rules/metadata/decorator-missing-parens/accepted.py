import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def step(): ...

@dg.sensor()
def nothing(): ...

@dg.asset_check(asset=orders)
def rows(): ...

defs = dg.Definitions(assets=[orders], asset_checks=[rows], sensors=[nothing])
