import dagster as dg

@dg.op(out={"orders": dg.Out(), "refunds": dg.Out()})
def load(): ...

orders = dg.AssetsDefinition.from_op(load, keys_by_output_name={"orders": dg.AssetKey("orders")})  # expect: refused-definition

@dg.op
def clean(rows): ...

pipeline = dg.GraphDefinition(  # expect: refused-definition
    "pipeline",
    node_defs=[clean],
    dependencies={"clean": {"rows": dg.DependencyDefinition("extract")}},
)

defs = dg.Definitions()
