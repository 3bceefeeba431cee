import dagster as dg

amount = undefined_thing + 1  # expect: raises-when-imported
defs = dg.Definitions()
