import dagster as dg

@dg.asset(metadata={"home": dg.MetadataValue.url(1)})
def orders(): ...
defs = dg.Definitions(assets=[orders])
