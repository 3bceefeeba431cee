import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=[], non_argument_deps={"orders"})  # expect: deps-and-non-argument-deps
def revenue(): ...

defs = dg.Definitions(assets=[orders])
