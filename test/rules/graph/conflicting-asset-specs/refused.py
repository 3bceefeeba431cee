import dagster as dg

several = dg.AssetsDefinition(
    specs=[dg.AssetSpec("a", description="one"), dg.AssetSpec("a", description="other")]  # expect: conflicting-asset-specs
)

spec = dg.AssetSpec("orders", owners=["team:a"])
same = dg.AssetSpec("orders", owners=["team:b"])  # expect: conflicting-asset-specs

defs = dg.Definitions(assets=[several, spec, same])
