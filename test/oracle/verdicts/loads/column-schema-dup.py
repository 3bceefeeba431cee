import dagster as dg
c = dg.build_column_schema_change_checks(assets=["a", "a"])

defs = dg.Definitions()
