import dagster as dg
@dg.multi_asset(outs={"a": dg.Out()})
def m(): ...

defs = dg.Definitions(assets=[m])
