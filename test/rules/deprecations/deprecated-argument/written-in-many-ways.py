"""Names from `from dagster import …`, comments between arguments, arguments that go."""

from dagster import (
    AssetKey,
    AutoMaterializePolicy,
    Definitions,
    FilesystemIOManager,
    ScheduleDefinition,
    SourceAsset,
    asset,
    define_asset_job,
    op,
    run_status_sensor,
    DagsterRunStatus,
)

raw = SourceAsset(AssetKey(["raw", "orders"]), io_manager_key="warehouse")  # expect: deprecated-name


@asset(
    # where it comes from
    non_argument_deps={AssetKey(["raw", "orders"])},  # not loaded  # expect: deprecated-argument
    auto_materialize_policy=AutoMaterializePolicy.eager(),  # expect: deprecated-argument  # expect: deprecated-name
)
def orders() -> None:
    """The orders."""


@asset(compute_kind="SQL", auto_materialize_policy=AutoMaterializePolicy.lazy())  # expect: deprecated-argument  # expect: deprecated-argument  # expect: deprecated-name
def customers() -> None:
    """The customers."""


@op(version="1")  # expect: deprecated-argument
def load(): ...


nightly = define_asset_job("nightly", "*")
schedule = ScheduleDefinition(
    job=nightly,
    cron_schedule="0 3 * * *",
    environment_vars={"REGION": "eu"},  # of old  # expect: deprecated-argument
    execution_timezone="UTC",
)


@run_status_sensor(run_status=DagsterRunStatus.SUCCESS, job_selection=[nightly])  # expect: deprecated-argument
def on_success(): ...


defs = Definitions(
    assets=[raw, orders, customers],
    jobs=[nightly],
    schedules=[schedule],
    sensors=[on_success],
    resources={"warehouse": FilesystemIOManager()},
)
