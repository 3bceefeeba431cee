import dagster as dg


@dg.op
def load(): ...


@dg.op
def clean(rows): ...


@dg.op
def merge(left, right): ...


@dg.op(out=dg.DynamicOut())
def parts(): ...


@dg.op(out=dg.DynamicOut())
def split(rows): ...


@dg.op(out={"orders": dg.Out(), "customers": dg.Out()})
def both(): ...


@dg.job
def looped():
    for row in load():  # expect: op-output-indexing
        clean(row)


@dg.job
def unpacked():
    left, right = load()  # expect: op-output-indexing
    merge(left, right)


@dg.job
def indexed():
    clean(load()[0])  # expect: op-output-indexing


@dg.job
def renamed():
    load().alias("load_again")  # expect: op-output-indexing


@dg.job
def dynamic():
    for part in parts():  # expect: op-output-indexing
        clean(part)


defs = dg.Definitions()
