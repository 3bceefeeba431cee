import dagster as dg

@dg.asset(owners="team:shop")  # expect: owners-not-a-list
def orders(): ...

spec = dg.AssetSpec("refunds", owners="ann@example.org")  # expect: owners-not-a-list

@dg.multi_asset(outs={"a": dg.AssetOut(owners="team:shop")})  # expect: owners-not-a-list
def several(): ...

defs = dg.Definitions(assets=[orders, spec, several])
