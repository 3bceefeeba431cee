import os

import dagster as dg

@dg.asset
def orders(): ...

@dg.schedule(cron_schedule="@daily", target=[orders])
def daily(): ...

ranges = dg.ScheduleDefinition(name="ranges", cron_schedule="*/15 8-18 * jan-mar mon-fri", target=[orders])
last = dg.ScheduleDefinition(name="last", cron_schedule="0 0 L * *", target=[orders])
several = dg.ScheduleDefinition(name="several", cron_schedule=["0 0 * * 7", "30 2 1,15 * *"], target=[orders])
given = dg.ScheduleDefinition(name="given", cron_schedule=os.getenv("ORDERS_CRON", "0 4 * * *"), target=[orders])

defs = dg.Definitions(assets=[orders], schedules=[daily, ranges, last, several, given])
