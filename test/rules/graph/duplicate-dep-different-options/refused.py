import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(deps=["orders", dg.AssetDep("orders", partition_mapping=dg.AllPartitionMapping())])  # expect: duplicate-dep-different-options
def revenue(): ...

defs = dg.Definitions(assets=[orders])
