import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": dg.StaticPartitionsDefinition(["eu,us", "asia"])}))  # expect: multi-partition-key-chars
def orders(): ...

defs = dg.Definitions(assets=[orders])
