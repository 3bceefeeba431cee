import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def customers(): ...  # expect: definition-not-loaded


nightly = dg.define_asset_job("nightly", selection="orders")  # expect: definition-not-loaded
everything = [orders]


@dg.definitions
def defs():
    return dg.Definitions(assets=everything)
