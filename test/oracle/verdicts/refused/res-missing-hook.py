import dagster as dg
@dg.success_hook(required_resource_keys={"slack"})
def h(context): ...
@dg.op
def o(): ...
@dg.job(hooks={h})
def j(): o()

defs = dg.Definitions(jobs=[j])
