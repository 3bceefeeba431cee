import dagster as dg


@dg.op
def next_order(): ...


@dg.op(out={"first": dg.Out(), "second": dg.Out()})
def two_orders(): ...


@dg.op
def ship(order): ...


@dg.job
def shipping():
    first, second = two_orders()
    ship(first)
    ship(order=second)
    ship([next_order(), next_order()])


defs = dg.Definitions(jobs=[shipping])
