import dagster as dg

@dg.asset(compute_kind="python", kinds=set())
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a")], compute_kind="dbt")
def several(): ...

defs = dg.Definitions(assets=[orders, several])
