from dagster import AssetIn, AssetKey, AssetOut, AssetsDefinition, Definitions, ResourceDefinition, graph_asset, graph_multi_asset, op

from .ops import deduplicate, fetch_orders, order_history, validate


@graph_asset(group_name="sales", owners=["team:sales"], kinds={"duckdb"}, tags={"layer": "base"})
def orders():
    """Orders, fetched and cleaned."""
    return deduplicate(fetch_orders())


@graph_asset(key_prefix=["sales"], ins={"history": AssetIn("orders")}, description="Orders of this year")
def orders_this_year(history):
    return deduplicate(history)


@graph_multi_asset(
    outs={"valid": AssetOut(key_prefix="quality"), "invalid": AssetOut(key=AssetKey(["quality", "rejected"]), is_required=False)},
    group_name="quality",
    ins={"rows": AssetIn("orders")},
)
def checked(rows):
    ok, bad = validate(rows)
    return {"valid": ok, "invalid": bad}


history = AssetsDefinition.from_graph(order_history, group_name="sales", keys_by_output_name={"result": AssetKey(["sales", "history"])})


@op
def fetch_products(context, orders):
    """Products that somebody ordered."""
    return []


products = AssetsDefinition.from_op(fetch_products, group_name="catalogue", key_prefix="shop")
suppliers = AssetsDefinition.from_op(
    fetch_products,
    keys_by_input_name={"orders": AssetKey(["sales", "history"])},
    keys_by_output_name={"result": AssetKey("suppliers")},
)

defs = Definitions(
    assets=[orders, orders_this_year, checked, history, products, suppliers],
    resources={"warehouse": ResourceDefinition.hardcoded_resource("duckdb:///")},
)
