import dagster as dg

nightly = dg.define_asset_job("nightly_stock", selection="group:depot")
at_night = dg.ScheduleDefinition(job=nightly, cron_schedule="0 2 * * *", execution_timezone="Europe/Rome")
