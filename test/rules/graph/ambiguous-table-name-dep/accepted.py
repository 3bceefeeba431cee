import dagster as dg

a = dg.AssetSpec("a", metadata={"dagster/table_name": "shop.orders"})
b = dg.AssetSpec("b", metadata={"dagster/table_name": "shop.orders"})
c = dg.AssetSpec("c", deps=[dg.AssetDep("a", metadata={"dagster/table_name": "shop.orders"})])

defs = dg.Definitions(assets=[a, b, c])
