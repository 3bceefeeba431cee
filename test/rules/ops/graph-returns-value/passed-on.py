import dagster as dg


@dg.op(out=dg.DynamicOut())
def files():
    yield dg.DynamicOutput(1, mapping_key="a")


@dg.op
def load(rows): ...


@dg.graph
def untouched(rows):  # expect: graph-returns-value
    load(rows)
    return rows


@dg.graph_asset
def orders():  # expect: graph-returns-value
    return files().map(load).collect()


@dg.graph(out={"first": dg.GraphOut(), "second": dg.GraphOut()})
def both():  # expect: graph-returns-value
    return [load.alias("first")(files.alias("left")().collect()), load.alias("second")(files.alias("right")().collect())]


defs = dg.Definitions()
