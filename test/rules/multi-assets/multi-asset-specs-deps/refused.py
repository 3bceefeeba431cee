import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a")], deps=["orders"])  # expect: multi-asset-specs-deps
def several(): ...

defs = dg.Definitions()
