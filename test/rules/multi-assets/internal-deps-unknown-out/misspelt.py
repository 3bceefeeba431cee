import dagster as dg


@dg.multi_asset(
    outs={"orders": dg.AssetOut(), "revenue": dg.AssetOut()},
    internal_asset_deps={"orders": set(), "revenu": {dg.AssetKey("orders")}},  # expect: internal-deps-unknown-out
)
def several():
    yield dg.Output(1, "orders")
    yield dg.Output(2, "revenue")


defs = dg.Definitions()
