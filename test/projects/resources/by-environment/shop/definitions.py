import os

import dagster as dg

from shop.resources import RESOURCES, Database, get_deployment

IS_PRODUCTION = get_deployment() == "production"


@dg.asset
def orders(database: Database): ...


if IS_PRODUCTION or os.getenv("SHOP_DEPLOYMENT") == "staging":

    @dg.asset(group_name="published")
    def published_orders(orders, queue: dg.ResourceParam): ...

    extra = [published_orders]
else:
    extra = []

nightly = dg.ScheduleDefinition(
    job=dg.define_asset_job("nightly", selection=[orders]),
    cron_schedule="0 1 * * *" if IS_PRODUCTION else "0 13 * * *",
    default_status=dg.DefaultScheduleStatus.RUNNING if IS_PRODUCTION else dg.DefaultScheduleStatus.STOPPED,
)

defs = dg.Definitions(assets=[orders] + extra, schedules=[nightly], resources=RESOURCES)
