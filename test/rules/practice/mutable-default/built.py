import dagster as dg


@dg.op
def load_orders(context, tables=None, names=("a", "b"), options=dict()):  # expect: mutable-default
    """Loads the orders."""


def helper(rows=[]):
    return rows


defs = dg.Definitions()
