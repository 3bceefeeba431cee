import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():  # expect: job-returns-value
    return load()

defs = dg.Definitions()
