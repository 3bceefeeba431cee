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
def mapped():
    parts().map(clean)


@dg.job
def chained():
    clean.alias("report")(parts().map(clean).collect())


@dg.job
def beside():
    rows = load()
    parts().map(lambda part: merge(part, rows))


@dg.graph
def within(rows):
    return clean(rows)


@dg.job
def through_graph():
    parts().map(within)


defs = dg.Definitions(jobs=[mapped, chained, beside, through_graph])
