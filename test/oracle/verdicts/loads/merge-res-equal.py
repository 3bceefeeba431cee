import dagster as dg
defs = dg.Definitions.merge(dg.Definitions(resources={"a": 1}), dg.Definitions(resources={"a": 1}))
