import dagster as dg

@dg.asset
def orders(): ...  # expect: io-manager-wrong-type

defs = dg.Definitions(assets=[orders], resources={"io_manager": 1})
