import dagster as dg

from shop.jobs import catalogue_job, ingest_job, warehouse_maintenance, weekly_report_job

VIENNA = "Europe/Vienna"

ingest_schedule = dg.build_schedule_from_partitioned_job(ingest_job, hour_of_day=3, minute_of_hour=30, default_status=dg.DefaultScheduleStatus.RUNNING)
catalogue_schedule = dg.ScheduleDefinition(job=catalogue_job, cron_schedule="0 */6 * * *", execution_timezone=VIENNA)
report_schedule = dg.ScheduleDefinition(name="report_on_mondays", job=weekly_report_job, cron_schedule="*/30 * * * *", execution_timezone=VIENNA, default_status=dg.DefaultScheduleStatus.RUNNING)
price_check_schedule = dg.ScheduleDefinition("price_check", target=["product_performance"], cron_schedule="15 8 * * MON-FRI", execution_timezone=VIENNA)
maintenance_schedule = dg.ScheduleDefinition(job=warehouse_maintenance, cron_schedule="0 1 * * 0", execution_timezone=VIENNA)
