import dagster as dg
@dg.asset
def a(): return 1
@dg.job
def j():
    a()

defs = dg.Definitions(assets=[a], jobs=[j])
