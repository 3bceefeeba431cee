import dagster as dg
from shared import calendar


@dg.asset
def orders(): ...


defs = dg.Definitions(assets=[orders, calendar])
