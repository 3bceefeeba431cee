import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

@dg.job
def weekly():
    load()

defs = dg.Definitions(jobs=[nightly, weekly])
