import os
from typing import Any, Optional

import dagster as dg


class Settings(dg.Config):
    limit: int = 10


class Warehouse(dg.ConfigurableResource):
    url: str = "x"


@dg.op
def load(context, config: Settings, warehouse: Warehouse, limit: Optional[int] = None, share: float = 1.0, any_row: Any = 1): ...


@dg.op(ins={"rows": dg.In(Any)})
def clean(rows: int = None, flag: int = True, names: list = None): ...


@dg.op
def named(name: str = os.getenv("NAME")): ...


@dg.op(ins={"rows": dg.In(int, default_value=1)})
def store(rows): ...


@dg.job
def nightly():
    load()
    clean()
    store()


defs = dg.Definitions(jobs=[nightly], resources={"warehouse": Warehouse()})
