import dagster as dg
from dagster import RunRequest as Request
from dagster import schedule


@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...


load = dg.define_asset_job("load", selection="orders")


def request(context):
    return dg.RunRequest(partition_key="2025-01-01")


@schedule(job=load, cron_schedule="0 3 * * *")
def nightly(context):
    if context.scheduled_execution_time.weekday() > 4:
        return dg.SkipReason("weekend")
    return Request(run_key=context.scheduled_execution_time.isoformat())  # expect: partitioned-job-plain-schedule


def run_again(context):
    yield dg.RunRequest()  # expect: partitioned-job-plain-schedule


again = dg.ScheduleDefinition(name="again", job=load, cron_schedule="0 5 * * *", execution_fn=run_again)


@schedule(job=load, cron_schedule="0 4 * * *")
def keyed(context):
    return Request(partition_key=context.scheduled_execution_time.strftime("%Y-%m-%d"))


@schedule(job=load, cron_schedule="0 4 * * *")
def tagged(context):
    return Request(tags={"dagster/" + "part": "2025-01-01"})


@schedule(job=load, cron_schedule="0 4 * * *")
def elsewhere(context):
    return request(context)


defs = dg.Definitions(assets=[orders], jobs=[load], schedules=[nightly, again, keyed, tagged, elsewhere])
