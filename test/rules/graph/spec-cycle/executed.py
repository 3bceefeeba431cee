import dagster as dg

revenue = dg.AssetSpec("revenue", deps=["orders"])


@dg.asset(deps=["revenue"])  # expect: spec-cycle
def orders():
    """The orders."""


@dg.asset(deps=["orders"])
def returns():
    """The returns."""


defs = dg.Definitions(assets=[orders, revenue, returns])
