import dagster as dg


@dg.asset(group_name="")
def orders(): ...


defs = dg.Definitions(assets=[orders])
