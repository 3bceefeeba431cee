import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")

@dg.asset(backfill_policy=dg.BackfillPolicy.single_run())
def customers(): ...

@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.multi_run())
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("payments")], backfill_policy=dg.BackfillPolicy.multi_run())
def several(): ...

defs = dg.Definitions(assets=[customers, orders, several])
