import dagster as dg


@dg.definitions
def sales():
    return dg.Definitions(assets=[dg.AssetSpec("orders")])


@dg.definitions
def returns():
    return dg.Definitions(assets=[dg.AssetSpec("returns")])
