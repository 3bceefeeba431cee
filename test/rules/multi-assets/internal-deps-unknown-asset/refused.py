import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"b": {dg.AssetKey("orders")}})  # expect: internal-deps-unknown-asset
def several(): ...

@dg.multi_asset(outs={"x": dg.AssetOut(), "y": dg.AssetOut()}, internal_asset_deps={"y": {dg.AssetKey("x")}})  # expect: internal-deps-unknown-asset
def leaves_out(orders): ...

defs = dg.Definitions()
