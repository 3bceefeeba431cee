import dagster as dg


@dg.asset(group_name="sales/paid")
def orders():
    """The orders."""


defs = dg.Definitions(assets=[orders])
