import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=dg.MultiPartitionsDefinition({"day": daily, "region": dg.StaticPartitionsDefinition(["eu", "us"])}))
def orders(): ...

defs = dg.Definitions(assets=[orders])
