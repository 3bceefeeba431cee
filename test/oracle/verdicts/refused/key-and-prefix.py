import dagster as dg


@dg.asset(key=["raw", "orders"], key_prefix="lake")
def orders(): ...


defs = dg.Definitions(assets=[orders])
