import dagster as dg

@dg.asset(automation_condition=dg.AutomationCondition.on_cron("0 0 * *"))  # expect: invalid-on-cron
def orders(): ...

condition = dg.AutomationCondition.cron_tick_passed("61 * * * *")  # expect: invalid-on-cron

defs = dg.Definitions(assets=[orders])
