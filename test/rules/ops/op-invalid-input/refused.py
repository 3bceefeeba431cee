import dagster as dg


@dg.op
def next_order(): ...


@dg.op(out={"first": dg.Out(), "second": dg.Out()})
def two_orders(): ...


@dg.op
def ship(order): ...


@dg.job
def shipping():
    ship(5)  # expect: op-invalid-input
    ship(order=next_order)  # expect: op-invalid-input
    ship(two_orders())  # expect: op-invalid-input
    ship([next_order(), "another"])  # expect: op-invalid-input
    ship(parcel=next_order())  # expect: op-invalid-input


defs = dg.Definitions()
