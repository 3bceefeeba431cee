import dagster as dg
from datetime import datetime
p = dg.DailyPartitionsDefinition(datetime(2024, 1, 1))

defs = dg.Definitions()
