import dagster as dg
from datetime import date
p = dg.DailyPartitionsDefinition(date(2024, 1, 1))

defs = dg.Definitions()
