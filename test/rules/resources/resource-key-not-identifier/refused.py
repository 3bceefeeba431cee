import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(
    assets=[orders],
    resources={
        "shop-api": 1,  # expect: resource-key-not-identifier
        "2nd": 2,  # expect: resource-key-not-identifier
    },
)
