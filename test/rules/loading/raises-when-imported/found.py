import dagster as dg

@dg.asset(group_name=GROUP)  # expect: raises-when-imported
def orders(): ...

defs = dg.Definitions(assets=[orders])
