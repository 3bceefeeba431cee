import dagster as dg
from dagster import AssetDep, AssetIn, AssetKey, Nothing

daily = dg.DailyPartitionsDefinition(start_date="2024-03-01")
weekly = dg.WeeklyPartitionsDefinition(start_date="2024-03-03")


@dg.asset(key_prefix=["telemetry"], partitions_def=daily)
def readings(): ...


@dg.asset(partitions_def=daily, key_prefix=["telemetry"])
def devices(): ...


@dg.asset(partitions_def=daily)
def firmware(): ...


@dg.asset(
    partitions_def=daily,
    ins={
        "today": AssetIn(key=AssetKey(["telemetry", "readings"])),
        "devices": AssetIn(key_prefix="telemetry", partition_mapping=dg.LastPartitionMapping()),
        "firmware": AssetIn(dagster_type=Nothing, partition_mapping=dg.IdentityPartitionMapping()),
    },
)
def joined(today, devices): ...


@dg.asset(
    partitions_def=daily,
    deps=[
        AssetDep(joined, partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-7, end_offset=-1)),
        AssetDep("firmware", partition_mapping=dg.AllPartitionMapping()),
        AssetDep(AssetKey(["telemetry", "readings"])),
    ],
)
def moving_average(): ...


@dg.asset(
    partitions_def=weekly,
    ins={"joined": AssetIn("joined", partition_mapping=dg.TimeWindowPartitionMapping(allow_nonexistent_upstream_partitions=True))},
)
def weekly_summary(joined): ...


# Yesterday's state feeds today's: allowed, because both offsets look back.
@dg.asset(
    partitions_def=daily,
    deps=[AssetDep("running_total", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-1, end_offset=-1))],
)
def running_total(): ...


defs = dg.Definitions(assets=[readings, devices, firmware, joined, moving_average, weekly_summary, running_total])
