import dagster as dg


# What the last spec says of the output completes the others.
@dg.multi_asset(specs=[dg.AssetSpec("a", metadata={"rows": 1}), dg.AssetSpec("a", description="other", metadata={"rows": 1, "pages": 2})])
def several(): ...


defs = dg.Definitions(assets=[several])
