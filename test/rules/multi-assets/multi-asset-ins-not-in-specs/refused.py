import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a")])
def several(orders): ...  # expect: multi-asset-ins-not-in-specs

@dg.multi_asset(specs=[dg.AssetSpec("b", deps=["orders"])], ins={"placed": dg.AssetIn("refunds")})
def others(placed): ...  # expect: multi-asset-ins-not-in-specs

defs = dg.Definitions()
