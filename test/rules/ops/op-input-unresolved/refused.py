import datetime

import dagster as dg


class Order: ...


class Settings(dg.Config):
    region: str = "eu"


@dg.op
def ship(order: Order): ...


@dg.op
def bill(at: datetime.datetime): ...


@dg.op
def pack(settings: Settings): ...


@dg.job
def shipping():
    ship()  # expect: op-input-unresolved
    bill()  # expect: op-input-unresolved
    pack()  # expect: op-input-unresolved


defs = dg.Definitions(jobs=[shipping])
