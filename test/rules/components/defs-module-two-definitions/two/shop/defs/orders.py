import dagster as dg

sales = dg.Definitions(assets=[dg.AssetSpec("orders")])
returns = dg.Definitions(assets=[dg.AssetSpec("returns")])  # expect: defs-module-two-definitions
