import dagster as dg

@dg.op
def load(tables=[]): ...  # expect: mutable-default

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
