import dagster as dg


@dg.asset
def orders(): ...  # expect: same-key-two-code-locations (info)


defs = dg.Definitions(assets=[orders])
