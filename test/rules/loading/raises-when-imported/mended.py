import dagster as dg

GROUP = "sales"

@dg.asset(group_name=GROUP)
def orders(): ...

defs = dg.Definitions(assets=[orders])
