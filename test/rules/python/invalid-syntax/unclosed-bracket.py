import dagster as dg

@dg.asset(group_name="sales"  # expect: invalid-syntax
def orders(): ...

defs = dg.Definitions(assets=[orders])
