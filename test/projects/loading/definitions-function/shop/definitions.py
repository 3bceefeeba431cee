import dagster as dg

from shop import assets


@dg.definitions
def defs():
    loaded = dg.load_assets_from_modules([assets])
    job = dg.define_asset_job("billing", selection="+invoices")
    return dg.Definitions(
        assets=loaded,
        jobs=[job],
        schedules=[dg.ScheduleDefinition(job=job, cron_schedule="0 7 1 * *")],
        resources={"mailer": "smtp://mail"},
    )
