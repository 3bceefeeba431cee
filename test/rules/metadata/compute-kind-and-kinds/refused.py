import dagster as dg

@dg.asset(compute_kind="python", kinds={"pandas"})  # expect: compute-kind-and-kinds
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a", kinds={"dbt"})], compute_kind="dbt")  # expect: compute-kind-and-kinds
def several(): ...

defs = dg.Definitions(assets=[orders, several])
