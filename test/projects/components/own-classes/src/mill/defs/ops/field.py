import dagster as dg

field = dg.AssetSpec("field", description="Where it grows.")


@dg.asset
def counted(context: dg.AssetExecutionContext, weighed): ...
