import dagster as dg


@dg.asset
def raw(): ...


@dg.asset
def orders(raw): ...


@dg.asset(deps=[raw])
def refunds(): ...


renamed = dg.map_asset_specs(lambda spec: spec.replace_attributes(key="other"), [refunds])  # expect: refused-definition
lost = dg.map_asset_specs(lambda spec: None, [refunds])  # expect: refused-definition
without = orders.map_asset_specs(lambda spec: spec.replace_attributes(deps=[]))  # expect: refused-definition
fine = dg.map_asset_specs(lambda spec: spec.replace_attributes(deps=[], group_name="shop"), [refunds])
specs = dg.map_asset_specs(lambda spec: spec.replace_attributes(key="other"), [dg.AssetSpec("items")])

defs = dg.Definitions(assets=[raw, orders, *fine, *specs])
