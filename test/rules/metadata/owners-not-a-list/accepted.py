import dagster as dg

@dg.asset(owners=("team:shop",))
def orders(): ...

spec = dg.AssetSpec("refunds", owners=[])

defs = dg.Definitions(assets=[orders, spec])
