import dagster as dg

@dg.asset(metadata={"regions": dg.MetadataValue.json({"all": ["eu", {"x": (1, 2.5)}], "none": None}), "other": 5})
def orders(): ...

defs = dg.Definitions(assets=[orders])
