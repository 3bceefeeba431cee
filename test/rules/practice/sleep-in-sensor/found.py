import dagster as dg
import time

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    time.sleep(30)  # expect: sleep-in-sensor

defs = dg.Definitions(assets=[orders], sensors=[on_file])
