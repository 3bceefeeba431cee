from dagster import AssetCheckResult, AssetKey, AssetSpec, SourceAsset, asset, asset_check

erp = SourceAsset("erp_orders")
ignored_spec = AssetSpec("only_with_include_specs")


@asset(deps=["elsewhere"])
def orders(erp_orders): ...


@asset(deps=[AssetKey("orders")])
def order_lines(): ...


@asset_check(asset=orders)
def not_empty():
    return AssetCheckResult(passed=True)


_private = [orders, order_lines]
in_a_dict = {"hidden": 1}
