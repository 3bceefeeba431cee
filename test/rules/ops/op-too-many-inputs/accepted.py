import dagster as dg

@dg.op
def load(): ...

@dg.op
def clean(context, rows): ...

@dg.op
def merge(left, right): ...

@dg.job
def nightly():
    clean(merge(load(), load()))

defs = dg.Definitions(jobs=[nightly])
