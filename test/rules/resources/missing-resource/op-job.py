import dagster as dg

@dg.op(required_resource_keys={"database"})  # expect: missing-resource
def load(context): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
