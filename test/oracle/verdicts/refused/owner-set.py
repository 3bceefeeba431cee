import dagster as dg
@dg.asset(owners={"team:x"})
def x(): ...

defs = dg.Definitions(assets=[x])
