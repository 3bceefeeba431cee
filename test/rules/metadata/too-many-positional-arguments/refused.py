import dagster as dg


@dg.asset_check("orders")  # expect: too-many-positional-arguments
def orders_are_there():
    return dg.AssetCheckResult(passed=True)


@dg.multi_asset([dg.AssetSpec("orders")])  # expect: too-many-positional-arguments
def shop(): ...


customers = dg.AssetSpec("customers", ["people"])  # expect: too-many-positional-arguments

defs = dg.Definitions()
