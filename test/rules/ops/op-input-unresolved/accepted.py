import dagster as dg


class Order: ...


class Settings(dg.Config):
    region: str = "eu"


@dg.op
def next_order(count: int, region: str = "eu") -> Order: ...


@dg.op
def ship(order: Order, notes): ...


@dg.op
def pack(config: Settings): ...


@dg.job
def shipping():
    ship(next_order())
    pack()


defs = dg.Definitions(jobs=[shipping])
