import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a"), dg.AssetSpec("b")], internal_asset_deps={"b": {dg.AssetKey("a")}})  # expect: multi-asset-specs-internal-deps
def several(): ...

defs = dg.Definitions()
