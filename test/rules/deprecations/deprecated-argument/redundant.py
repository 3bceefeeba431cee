import dagster as dg

KIND = "pandas"
daily = dg.DailyPartitionsDefinition("2024-01-01")
weekly = dg.WeeklyPartitionsDefinition("2024-01-01")


@dg.asset(
    partitions_def=daily,
    compute_kind=KIND,  # expect: deprecated-argument
)
def orders() -> None:
    """The orders."""


def job_of(name: str) -> object:
    return dg.define_asset_job(name, selection="orders", partitions_def=daily)  # expect: deprecated-argument


load = dg.define_asset_job(
    "load",
    selection="orders",
    partitions_def=daily,  # expect: deprecated-argument
)

defs = dg.Definitions(assets=[orders], jobs=[load, job_of("reload")])
