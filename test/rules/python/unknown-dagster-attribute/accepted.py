import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.eager())
def orders(): ...

try:
    everything = dg.AssetSelection.everything()
except AttributeError:
    everything = dg.AssetSelection.all()

statuses = [status.name for status in dg.DefaultScheduleStatus]

nightly = dg.ScheduleDefinition(
    "nightly",
    cron_schedule="@daily",
    target=[orders],
    default_status=dg.DefaultScheduleStatus("RUNNING"),
)

defs = dg.Definitions(assets=[orders], schedules=[nightly])
