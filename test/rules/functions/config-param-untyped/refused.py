from datetime import date

from pydantic import BaseModel

import dagster as dg

class Options(BaseModel):
    limit: int = 5

class Plain: ...

@dg.asset
def orders(config): ...  # expect: config-param-untyped

@dg.asset
def refunds(config: Options): ...  # expect: config-param-untyped

@dg.op
def step(context, config: Plain): ...  # expect: config-param-untyped

@dg.asset
def stock(config: date): ...  # expect: config-param-untyped

@dg.asset
def union(config: "int | str"): ...  # expect: config-param-untyped

defs = dg.Definitions(assets=[orders, refunds, stock, union])
