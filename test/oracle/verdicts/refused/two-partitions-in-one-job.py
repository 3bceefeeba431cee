import dagster as dg


@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2024-01-01"))
def orders(): ...


@dg.asset(partitions_def=dg.StaticPartitionsDefinition(["eu"]))
def prices(): ...


defs = dg.Definitions(assets=[orders, prices], jobs=[dg.define_asset_job("nightly", selection=[orders, prices])])
