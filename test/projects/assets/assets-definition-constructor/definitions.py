from dagster import AssetKey, AssetsDefinition, AssetSpec, Definitions, In, Out, op


@op(ins={"stock": In(), "prices": In()}, out={"value": Out(), "missing": Out()})
def value_stock(stock, prices):
    return 1, 2


stock_value = AssetsDefinition(
    keys_by_input_name={"stock": AssetKey("stock"), "prices": AssetKey(["shop", "prices"])},
    keys_by_output_name={"value": AssetKey(["finance", "stock_value"]), "missing": AssetKey(["finance", "unpriced"])},
    node_def=value_stock,
    group_names_by_key={AssetKey(["finance", "stock_value"]): "finance"},
    descriptions_by_key={AssetKey(["finance", "unpriced"]): "Stock without a price"},
)
stock = AssetSpec("stock")
prices = AssetSpec(["shop", "prices"])
defs = Definitions(assets=[stock_value, stock, prices])
