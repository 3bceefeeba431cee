from dagster import AssetCheckKey, AssetCheckResult, AssetKey, AssetSpec, asset, asset_check, multi_asset


@asset
def baskets(): ...


@asset(deps=[baskets])
def orders(): ...


@multi_asset(specs=[AssetSpec("invoices", deps=[orders]), AssetSpec("credit_notes", deps=[orders])], name="billing")
def billing(): ...


@asset_check(asset=orders)
def has_rows():
    return AssetCheckResult(passed=True)


@asset_check(asset=baskets, blocking=True)
def has_items():
    return AssetCheckResult(passed=True)


ORDER_KEYS = [AssetKey("orders"), baskets.key]
HAS_ROWS = AssetCheckKey(AssetKey("orders"), "has_rows")
