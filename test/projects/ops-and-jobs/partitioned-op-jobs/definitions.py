from datetime import datetime

from dagster import (
    DailyPartitionsDefinition,
    Definitions,
    DynamicPartitionsDefinition,
    OpDefinition,
    Output,
    Out,
    build_schedule_from_partitioned_job,
    hourly_partitioned_config,
    job,
    op,
    static_partitioned_config,
)


@hourly_partitioned_config(start_date=datetime(2024, 1, 1), minute_offset=20)
def hour_config(start: datetime, _end: datetime):
    return {"ops": {"import_hour": {"config": {"hour": start.isoformat()}}}}


@static_partitioned_config(partition_keys=["eu", "us"])
def region_config(key: str):
    return {"ops": {"import_region": {"config": {"region": key}}}}


def importer(name: str, field: str) -> OpDefinition:
    @op(name=f"import_{name}", config_schema={field: str}, out={"rows": Out(int), "errors": Out(int, is_required=False)})
    def _import(context):
        yield Output(1, "rows")

    return _import


@op(name="publish")
def publish_rows(rows): ...


import_hour = importer("hour", "hour")
import_region = importer("region", "region")


@job(config=hour_config)
def hourly_import():
    rows, _errors = import_hour()
    publish_rows(rows)


@job(config=region_config, name="regional_import")
def _regional():
    publish_rows(import_region().rows)


@job(partitions_def=DailyPartitionsDefinition("2024-05-01", timezone="Europe/Madrid"))
def daily_publish():
    publish_rows.alias("publish_daily")()


@job(partitions_def=DynamicPartitionsDefinition(name="uploads"))
def per_upload():
    publish_rows()


defs = Definitions(
    jobs=[hourly_import, _regional, per_upload],
    schedules=[
        build_schedule_from_partitioned_job(hourly_import),
        build_schedule_from_partitioned_job(daily_publish, hour_of_day=4, minute_of_hour=45),
        build_schedule_from_partitioned_job(_regional, cron_schedule="0 12 * * *", name="regions_at_noon"),
    ],
)
