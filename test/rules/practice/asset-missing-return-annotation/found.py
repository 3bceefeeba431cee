import dagster as dg

@dg.asset
def orders():  # expect: asset-missing-return-annotation
    """The orders."""
    return 1

defs = dg.Definitions(assets=[orders])
