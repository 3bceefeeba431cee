from dagster import (
    AutomationCondition,
    BackfillPolicy,
    Definitions,
    asset,
    load_asset_checks_from_modules,
    load_assets_from_current_module,
    load_assets_from_modules,
    load_assets_from_package_module,
    load_assets_from_package_name,
)

from . import marketing, orders as order_module


@asset(group_name="overview")
def overview(): ...


core = load_assets_from_modules([order_module], group_name="core", key_prefix="core")
marketing_assets = load_assets_from_package_module(marketing, key_prefix=["growth", "marketing"], group_name="growth")
finance = load_assets_from_package_name("shop.finance", backfill_policy=BackfillPolicy.single_run())
top_level = load_assets_from_current_module(key_prefix="top", automation_condition=AutomationCondition.on_missing())
specs = load_assets_from_modules([order_module], include_specs=True, key_prefix="copy", source_key_prefix="copy_sources")

defs = Definitions(
    assets=[*core, *marketing_assets, *finance, *top_level, *(s for s in specs if getattr(s, "key", None) and s.key.path[-1] == "only_with_include_specs")],
    asset_checks=load_asset_checks_from_modules([order_module], asset_key_prefix="core"),
)
