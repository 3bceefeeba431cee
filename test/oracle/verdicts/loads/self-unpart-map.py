import dagster as dg
@dg.asset(deps=[dg.AssetDep("a", partition_mapping=dg.TimeWindowPartitionMapping(start_offset=-1, end_offset=-1))])
def a(): ...

defs = dg.Definitions(assets=[a])
