from dagster import AssetSelection

from . import assets

with_checks = AssetSelection.assets(assets.baskets)
only_checks = AssetSelection.checks(assets.has_rows)
by_key = AssetSelection.checks(assets.HAS_ROWS)
billing = AssetSelection.assets(assets.billing)
coerced = AssetSelection.assets(*assets.ORDER_KEYS) | only_checks
upstream = billing.upstream(include_self=False)
