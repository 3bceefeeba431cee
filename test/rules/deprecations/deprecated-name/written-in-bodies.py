from dagster import (
    AssetSelection,
    Definitions,
    ExpectationResult,
    SourceAsset as External,
    StaticPartitionsDefinition,
    asset,
    define_asset_job,
    fs_io_manager,
    job,
    op,
    schedule,
    sensor,
)

regions = StaticPartitionsDefinition(["eu", "us"])


def external(name: str) -> External:
    return External(name)  # expect: deprecated-name


@asset(partitions_def=regions)
def orders() -> None:
    """The orders."""


@op
def count_orders():
    # an op of the old days
    yield ExpectationResult(success=True)  # expect: deprecated-name


@job
def counting():
    count_orders()


load = define_asset_job("load", AssetSelection.assets("orders").sources())  # expect: deprecated-name


@schedule(job=load, cron_schedule="@daily")
def nightly():
    return load.run_request_for_partition("eu", run_key="nightly")  # expect: deprecated-name


@sensor(job=load)
def on_arrival(context):
    yield load.run_request_for_partition(partition_key="eu", current_time=None)  # expect: deprecated-name


defs = Definitions(
    assets=[orders, external("raw_orders")],
    jobs=[load, counting],
    schedules=[nightly],
    sensors=[on_arrival],
    resources={
        "io_manager": fs_io_manager,  # expect: deprecated-name
        "archive": fs_io_manager.configured({"base_dir": "/archive"}),  # expect: deprecated-name
    },
)
