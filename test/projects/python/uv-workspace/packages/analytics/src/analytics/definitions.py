import common
from dagster import Definitions

visits = common.table("visits", group_name="web")
defs = Definitions(assets=[visits, common.table("sessions", deps=[visits])])
