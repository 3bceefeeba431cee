import dagster as dg
defs = dg.Definitions.merge([dg.Definitions(), dg.Definitions()])
