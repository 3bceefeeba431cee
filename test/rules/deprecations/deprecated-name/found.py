import dagster as dg

raw_orders = dg.SourceAsset("raw_orders")  # expect: deprecated-name

defs = dg.Definitions(assets=[raw_orders])
