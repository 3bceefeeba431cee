import dagster as dg

@dg.op
def load(tables=()): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
