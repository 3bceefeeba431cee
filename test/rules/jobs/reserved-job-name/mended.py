import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
