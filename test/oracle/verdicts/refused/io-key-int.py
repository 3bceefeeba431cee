import dagster as dg
@dg.asset(io_manager_key=1)
def x(): ...

defs = dg.Definitions(assets=[x])
