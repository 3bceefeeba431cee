import dagster as dg


@dg.asset(key_prefix="shop", name="type")
def kind(): ...


defs = dg.Definitions(assets=[kind])
