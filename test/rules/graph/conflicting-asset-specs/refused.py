import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a", description="one"), dg.AssetSpec("a", description="other")])  # expect: conflicting-asset-specs
def several(): ...

spec = dg.AssetSpec("orders", owners=["team:a"])
same = dg.AssetSpec("orders", owners=["team:b"])  # expect: conflicting-asset-specs

defs = dg.Definitions(assets=[several, spec, same])
