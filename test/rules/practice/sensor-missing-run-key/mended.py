import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

@dg.sensor(target=[orders])
def on_file(context):
    return dg.RunRequest(run_key="2025-01-01")

defs = dg.Definitions(assets=[orders], sensors=[on_file])
