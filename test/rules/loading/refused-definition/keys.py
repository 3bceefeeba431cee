import dagster as dg


@dg.multi_asset(specs=[dg.AssetSpec("orders"), dg.AssetSpec("refunds")])
def load(): ...


@dg.asset(group_name="raw")
def customers(): ...


EVERY = load.key  # expect: refused-definition
FIRST = load.get_asset_spec(dg.AssetKey("orders")).key
MISSING = load.get_asset_spec(dg.AssetKey("items"))  # expect: refused-definition
GROUPED = customers.with_attributes(group_names_by_key={customers.key: "shop"})  # expect: refused-definition


@dg.multi_asset(specs=[dg.AssetSpec("order-items"), dg.AssetSpec("order_items")])  # expect: refused-definition
def items(): ...


EITHER = dg.AssetSelection.all() - "orders"  # expect: refused-definition

defs = dg.Definitions(assets=[customers])
