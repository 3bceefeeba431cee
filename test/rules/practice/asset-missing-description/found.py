import dagster as dg

@dg.asset
def orders() -> None:  # expect: asset-missing-description
    ...

defs = dg.Definitions(assets=[orders])
