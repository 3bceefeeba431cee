import dagster as dg


@dg.asset(deps=["orders"])  # expect: unknown-dep-becomes-external (info)
def levels(): ...


defs = dg.Definitions(assets=[levels])
