import dagster as dg

hourly = dg.HourlyPartitionsDefinition(start_date="2024-01-01-06:00", minute_offset=10)
daily = dg.DailyPartitionsDefinition(start_date="2024-01-01", hour_offset=3, timezone="Asia/Tokyo")
weekly = dg.WeeklyPartitionsDefinition(start_date="2024-01-01", day_offset=1, hour_offset=5)
monthly = dg.MonthlyPartitionsDefinition(start_date="2023-06-01", end_date="2025-06-01", day_offset=2)
shifts = dg.TimeWindowPartitionsDefinition(cron_schedule="0 6,14,22 * * *", start="2024-04-01 06", fmt="%Y-%m-%d %H", end_offset=1)
regions = dg.StaticPartitionsDefinition(["eu", "us"])
daily_by_region = dg.MultiPartitionsDefinition({"day": daily, "region": regions})


@dg.asset(partitions_def=hourly)
def clicks(): ...


@dg.asset(partitions_def=daily)
def orders(): ...


@dg.asset(partitions_def=weekly)
def newsletters(): ...


@dg.asset(partitions_def=monthly)
def invoices(): ...


@dg.asset(partitions_def=shifts)
def shift_reports(): ...


@dg.asset(partitions_def=regions)
def price_lists(): ...


@dg.asset(partitions_def=daily_by_region)
def stock(): ...


jobs = {a.key.path[-1]: dg.define_asset_job(f"{a.key.path[-1]}_job", selection=[a]) for a in (clicks, orders, newsletters, invoices, shift_reports, stock)}
price_job = dg.define_asset_job("price_job", [price_lists], partitions_def=regions)
explicit = dg.define_asset_job("explicit_orders", selection="orders", partitions_def=daily)

schedules = [
    dg.build_schedule_from_partitioned_job(jobs["clicks"]),
    dg.build_schedule_from_partitioned_job(jobs["orders"], hour_of_day=9, minute_of_hour=30, name="orders_late"),
    dg.build_schedule_from_partitioned_job(jobs["newsletters"], day_of_week=5),
    dg.build_schedule_from_partitioned_job(jobs["invoices"], day_of_month=15, hour_of_day=2, default_status=dg.DefaultScheduleStatus.RUNNING),
    dg.build_schedule_from_partitioned_job(jobs["shift_reports"]),
    dg.build_schedule_from_partitioned_job(price_job, cron_schedule="0 1 * * *", description="Prices"),
    dg.build_schedule_from_partitioned_job(jobs["stock"], hour_of_day=6),
    dg.build_schedule_from_partitioned_job(explicit),
]

defs = dg.Definitions(assets=[clicks, orders, newsletters, invoices, shift_reports, price_lists, stock], jobs=[*jobs.values(), price_job, explicit], schedules=schedules)
