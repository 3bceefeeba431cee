import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": ["eu", "us"]}))  # expect: multi-partition-dim-type
def orders(): ...

defs = dg.Definitions(assets=[orders])
