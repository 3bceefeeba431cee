import dagster as dg
url = "x %s" % dg.EnvVar("DB")

defs = dg.Definitions()
