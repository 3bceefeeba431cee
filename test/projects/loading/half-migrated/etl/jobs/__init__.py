from dagster import ScheduleDefinition, define_asset_job

from .ops_jobs import rotate

price_job = define_asset_job("price_job", selection=["prices", "price_files"])
all_jobs = [price_job, rotate]
all_schedules = [ScheduleDefinition(job=j, cron_schedule=cron) for j, cron in zip(all_jobs, ("0 1 * * *", "0 2 * * 0"))]
