import dagster as dg

@dg.op(out={"orders": dg.Out(), "refunds": dg.Out()})
def load(): ...

orders = dg.AssetsDefinition.from_op(load, keys_by_output_name={"orders": dg.AssetKey("orders"), "refunds": dg.AssetKey("refunds")})

@dg.op
def extract(): ...

@dg.op
def clean(rows): ...

pipeline = dg.GraphDefinition(
    "pipeline",
    node_defs=[extract, clean],
    dependencies={dg.NodeInvocation("clean", alias="tidy"): {"rows": dg.DependencyDefinition("extract")}},
)

defs = dg.Definitions(assets=[orders], jobs=[pipeline.to_job()])
