import dagster as dg

@dg.op
def one(): ...
@dg.job(resource_defs={"my-res": dg.ResourceDefinition.hardcoded_resource(1)})
def j(): one()
defs = dg.Definitions(jobs=[j])
