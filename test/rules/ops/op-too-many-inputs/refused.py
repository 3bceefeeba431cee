import dagster as dg

@dg.op
def load(): ...

@dg.op
def clean(rows): ...

@dg.job
def nightly():
    clean(load(), load())  # expect: op-too-many-inputs

defs = dg.Definitions()
