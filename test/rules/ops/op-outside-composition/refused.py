import dagster as dg


@dg.op
def load(context): ...


@dg.graph
def nightly():
    load()


@dg.job
def weekly():
    load()


nightly()  # expect: op-outside-composition
nightly.alias("daily")()  # expect: op-outside-composition
weekly()  # expect: op-outside-composition
load()  # expect: op-outside-composition

defs = dg.Definitions()
