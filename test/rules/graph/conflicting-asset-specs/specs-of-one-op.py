import dagster as dg


@dg.multi_asset(
    specs=[
        dg.AssetSpec("orders", group_name="raw"),
        dg.AssetSpec("orders", group_name="shop"),  # expect: conflicting-asset-specs
    ]
)
def load_orders(): ...


@dg.multi_asset(
    specs=[
        dg.AssetSpec("refunds", description="Money back"),
        dg.AssetSpec("refunds"),  # expect: conflicting-asset-specs
    ]
)
def load_refunds(): ...


@dg.multi_asset(
    specs=[
        dg.AssetSpec("customers", deps=["people"]),
        dg.AssetSpec("customers", deps=["companies"]),  # expect: conflicting-asset-specs
    ]
)
def load_customers(): ...


@dg.multi_asset(
    specs=[
        dg.AssetSpec("items", metadata={"rows": 1}),
        dg.AssetSpec("items", metadata={"rows": 2}),  # expect: conflicting-asset-specs
    ]
)
def load_items(): ...


defs = dg.Definitions(assets=[load_orders, load_refunds, load_customers, load_items])
