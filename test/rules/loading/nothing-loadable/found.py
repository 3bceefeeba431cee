import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

@dg.job  # expect: nothing-loadable
def weekly():
    load()
