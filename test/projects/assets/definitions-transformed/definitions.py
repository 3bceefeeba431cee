import dagster as dg
from dagster import AssetKey, AssetSpec, asset, map_asset_specs


@asset(group_name="orders")
def orders(): ...


@asset
def order_items(orders): ...


@dg.multi_asset(specs=[AssetSpec("returns"), AssetSpec("exchanges", deps=["order_items"])])
def after_sales(): ...


def add_owner(spec: AssetSpec) -> AssetSpec:
    return spec.merge_attributes(owners=["team:orders"], kinds={"python"})


def under(prefix):
    def rename(spec):
        return spec.replace_attributes(key=spec.key.with_prefix(prefix))

    return rename


owned = map_asset_specs(add_owner, [orders, order_items, after_sales])
archived = map_asset_specs(under(["archive", "2023"]), [AssetSpec("orders_2023", deps=["orders"]), AssetSpec("returns_2023")])
spec = order_items.get_asset_spec()
copy = spec.replace_attributes(key="order_items_copy", deps=[order_items.key], tags={"copy_of": order_items.key.to_user_string()})
returned_spec = after_sales.get_asset_spec(AssetKey("returns")).replace_attributes(key="returns_archive", deps=list(after_sales.keys))


@asset
def shipments(): ...


shipped = shipments.with_attributes(asset_key_replacements={AssetKey("shipments"): AssetKey(["logistics", "shipments"])}, group_names_by_key={AssetKey("shipments"): "logistics"})
upstream = orders.to_source_asset()


@asset(deps=[upstream.key, shipped], name="tracking")
def _tracking(): ...


defs = dg.Definitions(assets=[*owned, *archived, copy, returned_spec, shipped, _tracking]).map_resolved_asset_specs(
    func=lambda s: s.merge_attributes(tags={"domain": "orders"}), selection="group:orders or key:tracking"
)
