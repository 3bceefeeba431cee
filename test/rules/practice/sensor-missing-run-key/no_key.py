import dagster as dg
from dagster import RunRequest, sensor


@dg.asset
def orders() -> None: ...


@sensor(target=[orders])
def on_file(context):
    yield RunRequest(run_key=None, tags={"source": "file"})  # expect: sensor-missing-run-key


@sensor(target=[orders])
def by_position(context):
    yield RunRequest("2025-01-01")


defs = dg.Definitions(assets=[orders], sensors=[on_file, by_position])
