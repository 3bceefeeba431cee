import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()
    return None

@dg.graph
def whole():
    return load()

weekly = whole.to_job(name="weekly")

defs = dg.Definitions(jobs=[nightly, weekly])
