import dagster as dg


@dg.asset(compute_kind="python", kinds={"python"})
def orders(): ...


defs = dg.Definitions(assets=[orders])
