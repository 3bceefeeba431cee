import dagster as dg

eager = dg.AutomationCondition.eager()


@dg.asset(automation_condition=eager, group_name="fast")
def clicks(): ...


@dg.asset(automation_condition=eager, group_name="fast")
def sessions(clicks): ...


@dg.asset(automation_condition=dg.AutomationCondition.on_cron("@daily"), group_name="slow")
def cohorts(sessions): ...


@dg.asset(group_name="slow")
def archive(cohorts): ...


fast_sensor = dg.AutomationConditionSensorDefinition(
    "fast_lane",
    target=dg.AssetSelection.groups("fast"),
    default_status=dg.DefaultSensorStatus.RUNNING,
    minimum_interval_seconds=30,
)
evaluating = dg.AutomationConditionSensorDefinition(name="archive_lane", target="key:archive", use_user_code_server=True)

defs = dg.Definitions(assets=[clicks, sessions, cohorts, archive], sensors=[fast_sensor, evaluating])
