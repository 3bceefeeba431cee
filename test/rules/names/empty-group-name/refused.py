import dagster as dg

@dg.asset(group_name="")  # expect: empty-group-name
def orders(): ...

spec = dg.AssetSpec("refunds", group_name="")  # expect: empty-group-name

defs = dg.Definitions(assets=[orders, spec])
