import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")])
def several(): ...

spec = dg.AssetSpec("spec")

@dg.asset(deps=[orders, several, spec, "spec", dg.AssetKey("orders"), dg.AssetDep(spec), dg.SourceAsset("source")])  # expect: unknown-dep-becomes-external
def revenue(): ...

defs = dg.Definitions(assets=[orders, several, spec, revenue])
