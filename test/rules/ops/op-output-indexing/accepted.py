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
def unpacked():
    orders, customers = both()
    merge(orders, both.alias("again")()[1])


@dg.job
def by_name():
    clean(both().orders)


def guarded():
    try:
        for row in load():
            clean(row)
    except dg.DagsterInvariantViolationError:
        clean(load())


dg.job(guarded)

defs = dg.Definitions(jobs=[unpacked, by_name])
