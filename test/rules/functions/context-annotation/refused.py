from typing import Any

import dagster as dg

class Context: ...

@dg.asset
def orders(context: dict): ...  # expect: context-annotation

@dg.op
def step(context: Context): ...  # expect: context-annotation

@dg.asset
def refunds(_context: "dg.AssetExecutionContext"): ...  # expect: context-annotation

@dg.asset
def stock(context: Any): ...  # expect: context-annotation

@dg.asset
def stepped(context: dg.StepExecutionContext): ...  # expect: context-annotation

defs = dg.Definitions(assets=[orders, refunds, stock, stepped])
