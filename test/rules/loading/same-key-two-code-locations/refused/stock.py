import dagster as dg
from shared import calendar


@dg.asset
def orders(): ...  # expect: same-key-two-code-locations


defs = dg.Definitions(assets=[orders, calendar])
