from dagster import (
    AssetSelection,
    DefaultScheduleStatus,
    Definitions,
    RunRequest,
    ScheduleDefinition,
    ScheduleEvaluationContext,
    asset,
    define_asset_job,
    job,
    op,
    schedule,
)

MIDNIGHT = "0 0 * * *"


@asset(group_name="sales")
def orders(): ...


@asset(group_name="sales", deps=[orders])
def revenue(): ...


@op
def vacuum(): ...


@job
def maintenance():
    vacuum()


sales_job = define_asset_job("sales", AssetSelection.groups("sales"))
unlisted_job = define_asset_job("only_in_a_schedule", [orders])

unnamed = ScheduleDefinition(job=sales_job, cron_schedule=MIDNIGHT)
named = ScheduleDefinition(
    name="sales_at_noon",
    job=sales_job,
    cron_schedule="0 12 * * MON-FRI",
    execution_timezone="Europe/Paris",
    default_status=DefaultScheduleStatus.RUNNING,
)
implicit = ScheduleDefinition(job=unlisted_job, cron_schedule=["*/15 9-17 * * *", "0 18 * * *"])
on_assets = ScheduleDefinition("revenue_hourly", cron_schedule="@hourly", target=[revenue])
on_selection = ScheduleDefinition(name="everything_weekly", target=AssetSelection.all(), cron_schedule="@weekly")
on_string = ScheduleDefinition(name="group_monthly", target="group:sales", cron_schedule="0 3 1 * *")
on_job = ScheduleDefinition("maintenance_on_sundays", target=maintenance, cron_schedule="30 2 * * 0")
by_name = ScheduleDefinition(job_name="maintenance", cron_schedule="0 5 * * *", name="maintenance_by_name")


@schedule(cron_schedule="0 4 * * *", job=sales_job, execution_timezone="UTC")
def sales_before_dawn(context: ScheduleEvaluationContext):
    return RunRequest(run_key=str(context.scheduled_execution_time))


@schedule(target="*", cron_schedule="@daily", name="whole_shop", default_status=DefaultScheduleStatus.STOPPED)
def _whole_shop():
    return {}


@schedule(job_name="sales", cron_schedule=f"{15} {6} * * *")
def sales_by_name(_context):
    yield RunRequest()


defs = Definitions(
    assets=[orders, revenue],
    jobs=[sales_job, maintenance],
    schedules=[unnamed, named, implicit, on_assets, on_selection, on_string, on_job, by_name, sales_before_dawn, _whole_shop, sales_by_name],
)
