import dagster as dg
@dg.op
def o(): return 1
@dg.graph_asset
def g(): return o

defs = dg.Definitions(assets=[g])
