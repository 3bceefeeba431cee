import dagster as dg
@dg.multi_asset(specs=[dg.AssetSpec("a", partitions_def=dg.StaticPartitionsDefinition(["x"])), dg.AssetSpec("b")])
def m(): ...

defs = dg.Definitions(assets=[m])
