import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import dagster as dg
from dagster._utils.partitions import DEFAULT_DATE_FORMAT

today = datetime.now(ZoneInfo("Europe/Zurich"))


class FiscalYearPartitionsDefinition(dg.TimeWindowPartitionsDefinition):
    """Years that begin in any month."""

    def __new__(cls, start_month, start_date, end_date=None, timezone=None, fmt=None):
        return super(FiscalYearPartitionsDefinition, cls).__new__(
            cls,
            cron_schedule=f"0 0 1 {start_month} *",
            start=start_date,
            end=end_date,
            timezone=timezone,
            fmt=fmt or DEFAULT_DATE_FORMAT,
            end_offset=1,
        )


regions = dg.StaticPartitionsDefinition(os.environ["REGIONS"].split(","))
daily = dg.DailyPartitionsDefinition(start_date=today - timedelta(days=30), timezone="Europe/Zurich")


@dg.asset(partitions_def=daily)
def recent_orders(): ...


@dg.asset(partitions_def=dg.WeeklyPartitionsDefinition(start_date=(today - timedelta(weeks=8)).strftime("%Y-%m-%d"), day_offset=4))
def weekly_orders(): ...


@dg.asset(partitions_def=FiscalYearPartitionsDefinition(start_month=7, start_date="2020-07-01", end_date=today.strftime("%Y-%m-%d")))
def fiscal_orders(): ...


@dg.asset(partitions_def=regions)
def regional_orders(): ...


@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": dg.DailyPartitionsDefinition("2024-01-01"), "region": regions}))
def daily_regional_orders(): ...


@dg.asset(partitions_def=dg.DynamicPartitionsDefinition(name="customers"))
def customer_orders(): ...


recent = dg.define_asset_job("recent", selection=["recent_orders"])

defs = dg.Definitions(
    assets=[recent_orders, weekly_orders, fiscal_orders, regional_orders, daily_regional_orders, customer_orders],
    jobs=[recent],
    schedules=[dg.build_schedule_from_partitioned_job(recent)],
)
