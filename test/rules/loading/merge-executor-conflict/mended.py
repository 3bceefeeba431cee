import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], executor=dg.in_process_executor),
    dg.Definitions(),
)
