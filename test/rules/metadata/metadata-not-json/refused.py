import dagster as dg

@dg.asset(metadata={"regions": dg.MetadataValue.json({"all": {"eu", "us"}})})  # expect: metadata-not-json
def orders(): ...

defs = dg.Definitions(assets=[orders])
