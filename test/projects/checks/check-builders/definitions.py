from datetime import timedelta

from dagster import (
    AssetKey,
    AssetSpec,
    DailyPartitionsDefinition,
    Definitions,
    asset,
    build_column_schema_change_checks,
    build_last_update_freshness_checks,
    build_metadata_bounds_checks,
    build_sensor_for_freshness_checks,
    build_time_partition_freshness_checks,
)


@asset
def orders(): ...


@asset(key_prefix=["mart"])
def revenue(): ...


@asset(partitions_def=DailyPartitionsDefinition("2024-01-01"))
def visits(): ...


last_update = build_last_update_freshness_checks(assets=[orders, AssetKey(["mart", "revenue"]), "legacy_feed"], lower_bound_delta=timedelta(hours=12))
by_partition = build_time_partition_freshness_checks(assets=[visits], deadline_cron="0 7 * * *", timezone="Europe/Berlin")
schema_changes = build_column_schema_change_checks(assets=[orders, revenue])
bounds = build_metadata_bounds_checks(assets=["orders"], metadata_key="row_count", min_value=1, max_value=1e6)

watch = build_sensor_for_freshness_checks(freshness_checks=[*last_update, *by_partition], minimum_interval_seconds=600)

defs = Definitions(
    assets=[orders, revenue, visits, AssetSpec("legacy_feed")],
    asset_checks=[*last_update, *by_partition, *schema_changes, *bounds],
    sensors=[watch],
)
