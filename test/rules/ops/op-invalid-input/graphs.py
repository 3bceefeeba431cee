import dagster as dg


@dg.op
def extract():
    return 1


@dg.op(out={})
def notify(): ...


@dg.op
def load(rows): ...


@dg.graph
def clean(rows):
    return load(rows)


@dg.job
def nightly():
    clean(row=extract())  # expect: op-invalid-input
    load(None)  # expect: op-invalid-input
    load.alias("again")(extract.alias("renamed"))  # expect: op-invalid-input
    load.alias("third")(notify())  # expect: op-invalid-input
    clean.alias("fine")(rows=extract.alias("other")())


defs = dg.Definitions(jobs=[nightly])
