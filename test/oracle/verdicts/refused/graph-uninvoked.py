import dagster as dg
@dg.op
def o(): return 1
@dg.op
def p(x): return 1
@dg.graph_asset
def g(): return p(o)

defs = dg.Definitions(assets=[g])
