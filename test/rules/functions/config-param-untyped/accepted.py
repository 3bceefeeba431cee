from typing import Any, Optional

import dagster as dg

class Base(dg.Config):
    limit: int = 5

class Options(Base):
    names: list[str] = []

@dg.asset
def orders(config: Options): ...

@dg.asset
def refunds(config: dict): ...

@dg.asset
def stock(config: Optional[int]): ...

@dg.asset
def anything(config: Any): ...

@dg.asset
def many(config: dict[str, list[int]]): ...

defs = dg.Definitions(assets=[orders, refunds, stock, anything, many])
