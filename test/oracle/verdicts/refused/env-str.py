import dagster as dg
url = str(dg.EnvVar("DB"))

defs = dg.Definitions()
