import os

import dagster as dg

DEBUG = os.getenv("SHOP_DEBUG", "false").lower() in ("1", "true", "yes")
TEAM = os.environ.get("SHOP_TEAM") or "platform"
REGION = os.getenv("SHOP_REGION")


@dg.asset(owners=[f"team:{TEAM}"], tags={"debug": str(DEBUG).lower()})
def orders(): ...


assets = [orders]

if REGION is not None:

    @dg.asset(name=f"orders_{REGION}")
    def regional_orders(orders): ...

    assets.append(regional_orders)

if not DEBUG:

    @dg.asset
    def order_archive(orders): ...

    assets += [order_archive]

defs = dg.Definitions(
    assets=assets,
    schedules=[dg.ScheduleDefinition("archive", target=[order_archive], cron_schedule=os.getenv("ARCHIVE_CRON", "0 2 * * *"))],
    resources={"debugger": "on"} if DEBUG else {},
)
