import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def revenue(): ...  # expect: asset-without-test


defs = dg.Definitions(assets=[orders, revenue])
