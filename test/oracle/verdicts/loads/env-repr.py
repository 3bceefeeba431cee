import dagster as dg
p = repr(dg.EnvVar("PORT"))

defs = dg.Definitions()
