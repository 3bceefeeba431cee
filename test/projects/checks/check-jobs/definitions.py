from datetime import timedelta

import dagster as dg


@dg.asset(key_prefix=["raw"])
def orders(): ...


@dg.asset(deps=[orders])
def revenue(): ...


@dg.multi_asset(
    specs=[dg.AssetSpec("refunds"), dg.AssetSpec("vouchers", deps=["refunds"])],
    can_subset=True,
    check_specs=[dg.AssetCheckSpec("sums_match", asset="refunds", additional_deps=[orders])],
)
def after_sales(): ...


@dg.asset_check(asset=orders, blocking=True)
def not_empty(): ...


@dg.asset_check(asset=orders)
def is_recent(): ...


@dg.asset_check(asset=revenue, additional_deps=[orders])
def adds_up(): ...


@dg.multi_asset_check(
    name="ranges",
    specs=[dg.AssetCheckSpec("positive", asset="revenue"), dg.AssetCheckSpec("in_range", asset=["raw", "orders"], additional_deps=["revenue"])],
    can_subset=True,
)
def check_ranges(): ...


freshness = dg.build_last_update_freshness_checks(assets=[orders, "revenue"], lower_bound_delta=timedelta(hours=12))
columns = dg.build_column_schema_change_checks(assets=[revenue])
bounds = dg.build_metadata_bounds_checks(assets=[orders, revenue], metadata_key="row_count", min_value=1)

defs = dg.Definitions(
    assets=[orders, revenue, after_sales],
    asset_checks=[not_empty, is_recent, adds_up, check_ranges, *freshness, *columns, *bounds],
    jobs=[
        dg.define_asset_job("every_check", selection=dg.AssetSelection.all_asset_checks()),
        dg.define_asset_job("checks_of_orders", selection=dg.AssetSelection.checks_for_assets(orders)),
        dg.define_asset_job("one_check", selection=dg.AssetSelection.checks(adds_up)),
        dg.define_asset_job("check_within_assets", selection=dg.AssetSelection.checks(dg.AssetCheckKey(dg.AssetKey("refunds"), "sums_match"))),
        dg.define_asset_job("revenue_and_checks", selection=dg.AssetSelection.assets(revenue)),
    ],
)
