import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def customers(): ...


defs = dg.Definitions(assets=[orders.to_source_asset(), customers])
