import dagster as dg
@dg.asset("my_name")
def x(): ...

defs = dg.Definitions(assets=[x])
