from pathlib import Path

import dagster as dg

from shop.jobs import catalogue_job
from shop.resources import Mailer

PRICE_LISTS = Path("/data/suppliers/prices")


@dg.sensor(job=catalogue_job, minimum_interval_seconds=300)
def new_price_list(context: dg.SensorEvaluationContext):
    """Suppliers drop a file when their prices change."""
    newest = context.cursor or ""
    for path in sorted(PRICE_LISTS.glob("*.csv")):
        if path.name > newest:
            yield dg.RunRequest(run_key=path.name)
            context.update_cursor(path.name)


@dg.asset_sensor(asset_key=dg.AssetKey("monthly_close"), job_name="weekly_report")
def after_the_close(context: dg.SensorEvaluationContext, asset_event: dg.EventLogEntry):
    return dg.RunRequest(run_key=context.cursor)


@dg.run_failure_sensor(default_status=dg.DefaultSensorStatus.RUNNING)
def tell_the_team(context: dg.RunFailureSensorContext, mailer: Mailer):
    mailer.send("data@shop.example.com", context.dagster_run.job_name, context.failure_event.message or "")
