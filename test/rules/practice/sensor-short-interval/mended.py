import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders], minimum_interval_seconds=60)
def on_file(context):
    ...

defs = dg.Definitions(assets=[orders], sensors=[on_file])
