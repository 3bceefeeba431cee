import dagster as dg

out = dg.AssetOut.from_spec(dg.AssetSpec("a", deps=["orders"]))  # expect: assetout-spec-deps

defs = dg.Definitions()
