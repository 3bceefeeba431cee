from dagster import AssetSelection, AutomationCondition, DefaultScheduleStatus, Definitions, ScheduleDefinition, asset, define_asset_job

@asset(automation_condition=AutomationCondition.egaer())  # expect: unknown-dagster-attribute
def orders(): ...

everything = define_asset_job("everything", selection=AssetSelection.group("sales"))  # expect: unknown-dagster-attribute

nightly = ScheduleDefinition(
    "nightly",
    cron_schedule="@daily",
    target=[orders],
    default_status=DefaultScheduleStatus.RUNING,  # expect: unknown-dagster-attribute
)

defs = Definitions(assets=[orders], jobs=[everything], schedules=[nightly])
