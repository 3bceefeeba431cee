import dagster as dg

COLUMNS = {"orders": ["id", "total"], "refunds": ["id"]}


@dg.asset(
    check_specs=[
        dg.AssetCheckSpec("has_rows", asset="orders", blocking=True, description="Not empty"),
        dg.AssetCheckSpec(name="is_fresh", asset=dg.AssetKey("orders")),
    ]
)
def orders():
    yield dg.MaterializeResult()


@dg.multi_asset(
    specs=[dg.AssetSpec("refunds"), dg.AssetSpec("vouchers")],
    check_specs=[dg.AssetCheckSpec("sums_match", asset="refunds", additional_deps=["vouchers", "orders"])],
)
def after_sales():
    yield dg.MaterializeResult(asset_key="refunds")


@dg.multi_asset_check(
    specs=[dg.AssetCheckSpec(f"{column}_not_null", asset=table) for table, columns in COLUMNS.items() for column in columns],
    can_subset=True,
)
def not_null(context):
    for key in context.selected_asset_check_keys:
        yield dg.AssetCheckResult(passed=True, asset_key=key.asset_key, check_name=key.name)


def unique_check(table: str, column: str = "id") -> dg.AssetChecksDefinition:
    @dg.asset_check(asset=table, name=f"{table}_{column}_unique")
    def _unique():
        return dg.AssetCheckResult(passed=True)

    return _unique


@dg.asset
def addresses(): ...


@dg.asset_check(asset=addresses)
def postcodes_are_known():
    return dg.AssetCheckResult(passed=True)


checks_job = dg.define_asset_job("null_checks", selection=dg.AssetSelection.checks(not_null))
address_checks_job = dg.define_asset_job("address_checks", dg.AssetSelection.checks_for_assets(addresses))
unchecked_job = dg.define_asset_job("addresses_only", dg.AssetSelection.assets(addresses).without_checks())
checked_job = dg.define_asset_job("addresses_and_checks", [addresses])

defs = dg.Definitions(
    assets=[orders, after_sales, addresses],
    asset_checks=[not_null, postcodes_are_known, *(unique_check(table) for table in COLUMNS)],
    jobs=[checks_job, address_checks_job, unchecked_job, checked_job],
)
