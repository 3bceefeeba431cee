import dagster as dg
from dagster import AssetSpec

partner_specs = [AssetSpec(["partner", name]) for name in ("acme", "globex")]
single_spec = AssetSpec("erp_orders")
hidden_in_tuple = (AssetSpec("never_loaded"),)


@dg.asset(deps=[single_spec])
def orders(): ...


@dg.asset_check(asset=orders)
def has_rows():
    return dg.AssetCheckResult(passed=True)


for region in ("eu", "us"):

    @dg.asset(name=f"orders_{region}")
    def regional(): ...
