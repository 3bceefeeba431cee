import dagster as dg
from shared import calendar


@dg.asset(key_prefix="stock")
def orders(): ...


defs = dg.Definitions(assets=[orders, calendar])
