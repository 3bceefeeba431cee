import dagster as dg


@dg.op
def load(): ...


@dg.op(name="load")
def load_again(): ...


@dg.job
def aliased():
    load.alias("orders")()
    load.alias("orders")()  # expect: op-name-repeated


@dg.job
def alike():
    load()
    load_again()  # expect: op-name-repeated


defs = dg.Definitions()
