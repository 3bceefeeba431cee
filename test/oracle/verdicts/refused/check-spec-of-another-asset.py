import dagster as dg


@dg.asset(check_specs=[dg.AssetCheckSpec("has_rows", asset="customers")])
def orders(): ...


defs = dg.Definitions(assets=[orders])
