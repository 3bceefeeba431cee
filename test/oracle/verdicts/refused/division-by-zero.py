import dagster as dg

WORKERS = 0
share = 100 / WORKERS
defs = dg.Definitions()
