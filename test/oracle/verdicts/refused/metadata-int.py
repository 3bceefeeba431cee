import dagster as dg
defs = dg.Definitions(metadata=1)
