import dagster as dg
defs = dg.Definitions(executor="in_process")
