import dagster as dg


@dg.asset(group_name="sales/paid")  # expect: invalid-group-name
def orders():
    """The orders."""


defs = dg.Definitions(assets=[orders])
