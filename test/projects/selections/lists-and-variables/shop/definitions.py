from dagster import Definitions, define_asset_job, load_asset_checks_from_modules, load_assets_from_modules

from shop import assets, selections

all_assets = load_assets_from_modules([assets])
jobs = [
    define_asset_job(name, selection=getattr(selections, name))
    for name in ("with_checks", "only_checks", "by_key", "coerced", "upstream")
]

defs = Definitions(
    assets=all_assets,
    asset_checks=load_asset_checks_from_modules([assets]),
    jobs=[
        *jobs,
        define_asset_job("billing_run", selections.billing),
        define_asset_job("keys_in_a_list", assets.ORDER_KEYS),
        define_asset_job("assets_in_a_list", [assets.orders, assets.billing]),
        define_asset_job("loaded", all_assets),
    ],
)
