import dagster as dg

a = dg.AssetSpec("a", metadata={"dagster/table_name": "shop.orders"})
b = dg.AssetSpec("b", metadata={"dagster/table_name": "shop.orders"})
c = dg.AssetSpec("c", deps=[dg.AssetDep("orders", metadata={"dagster/table_name": "shop.orders"})])  # expect: ambiguous-table-name-dep

defs = dg.Definitions(assets=[a, b, c])
