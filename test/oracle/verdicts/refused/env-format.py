import dagster as dg
url = "postgres://{}".format(dg.EnvVar("DB"))

defs = dg.Definitions()
