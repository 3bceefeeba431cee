import dagster as dg


@dg.asset(deps=["orders"])
def levels(): ...


@dg.asset(deps=["returns"])  # expect: unknown-dep-becomes-external (warning)
def reserves(): ...


defs = dg.Definitions(assets=[levels, reserves])
