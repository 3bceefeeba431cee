import dagster as dg

from shop.observability import registered, retried, timed

NIGHTLY: list = []


@dg.asset
@timed
def orders():
    """What was ordered."""
    return 1


@registered(NIGHTLY)
@dg.asset(group_name="nightly")
@timed
@retried(times=5)
def order_totals(context, orders):
    """Totals."""


@registered(NIGHTLY)
@dg.asset(group_name="nightly", deps=["orders"])
@retried()
def order_export():
    return None


nightly = dg.define_asset_job("nightly", selection=NIGHTLY)
defs = dg.Definitions(assets=[orders, *NIGHTLY], jobs=[nightly])
