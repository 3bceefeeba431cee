import dagster as dg
p = dg.DailyPartitionsDefinition(start="2024-01-01")

defs = dg.Definitions()
