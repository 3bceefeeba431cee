import dagster as dg

sales = dg.Definitions(assets=[dg.AssetSpec("orders")])


@dg.definitions  # expect: defs-module-two-definitions
def returns():
    return dg.Definitions(assets=[dg.AssetSpec("returns")])
