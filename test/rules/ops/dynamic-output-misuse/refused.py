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
def direct():
    clean(parts())  # expect: dynamic-output-misuse


@dg.job
def no_output():
    parts().map(lambda part: 5)  # expect: dynamic-output-misuse


@dg.job
def nested():
    parts().map(lambda part: split(part).map(clean))  # expect: dynamic-output-misuse


@dg.job
def two():
    left = parts()
    right = parts.alias("others")()
    left.map(lambda one: right.map(lambda other: merge(one, other)))  # expect: dynamic-output-misuse


@dg.job
def mapped_and_collected():
    found = parts()
    found.map(lambda part: merge(part, found.collect()))  # expect: dynamic-output-misuse


@dg.job
def in_list():
    parts().map(lambda part: clean([part, load()]))  # expect: dynamic-output-misuse


defs = dg.Definitions()
