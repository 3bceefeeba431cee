import dagster as dg

@dg.asset(deps=["balance"])  # expect: self-dependency
def balance(): ...

@dg.asset
def stock(stock): ...  # expect: self-dependency

daily = dg.DailyPartitionsDefinition("2024-01-01")

@dg.asset(partitions_def=daily, deps=["ledger"])  # expect: self-dependency
def ledger(): ...

same = dg.AssetDep("account", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=0, end_offset=0))

@dg.asset(partitions_def=daily, deps=[same])
def account(): ...

defs = dg.Definitions(assets=[balance, stock, ledger])
