import os

import dagster as dg

TEAM = os.getenv("SHOP_TEAM", "platform")
REGIONS = os.environ.get("SHOP_REGIONS", "eu,us").split(",")


@dg.asset(owners=[f"team:{TEAM}"])
def orders(): ...


def regional(region):
    @dg.asset(name=f"orders_{region}", deps=[orders])
    def _regional(): ...

    return _regional


defs = dg.Definitions(assets=[orders, *[regional(r) for r in REGIONS]])
