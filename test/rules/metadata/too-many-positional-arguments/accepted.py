import dagster as dg


@dg.asset
def orders(): ...


@dg.job
def nightly(): ...


@dg.schedule("@daily", job=nightly)
def every_night(context):
    return {}


keys = dg.AssetSelection.assets("orders", "customers", "people")

defs = dg.Definitions([orders], [every_night], jobs=[nightly])
