from typing import Tuple

from dagster import AssetIn, AssetKey, AssetOut, BackfillPolicy, Definitions, Nothing, asset, multi_asset


@asset(key_prefix="landing")
def feed(): ...


@asset
def exchange_rates(): ...


@multi_asset(
    ins={"feed": AssetIn(key_prefix="landing"), "rates": AssetIn("exchange_rates")},
    outs={
        "orders": AssetOut(key_prefix="staging", description="One row per order", kinds={"parquet"}),
        "order_lines": AssetOut(key=AssetKey(["staging", "lines"]), group_name="lines", owners=["team:orders"]),
        "rejects": AssetOut(is_required=False, dagster_type=Nothing, code_version="3", tags={"quality": "low"}),
    },
    internal_asset_deps={
        "orders": {AssetKey(["landing", "feed"])},
        "order_lines": {AssetKey(["staging", "orders"]), AssetKey("exchange_rates")},
        "rejects": {AssetKey(["landing", "feed"])},
    },
    compute_kind="pandas",
)
def split_feed(feed, rates) -> Tuple[int, int, None]:
    """Splits the feed."""
    return 1, 2, None


@multi_asset(
    outs={"daily_sales": AssetOut(io_manager_key="io_manager"), "daily_returns": AssetOut()},
    deps=[AssetKey(["staging", "lines"])],
    group_name="finance",
    backfill_policy=BackfillPolicy.single_run(),
    op_tags={"team": "finance"},
)
def books():
    """The books of a day."""
    return 1, 2


defs = Definitions([feed, exchange_rates, split_feed, books])
