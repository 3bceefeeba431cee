import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    return dg.RunRequest()  # expect: sensor-missing-run-key

defs = dg.Definitions(assets=[orders], sensors=[on_file])
