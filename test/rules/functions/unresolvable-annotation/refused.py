from typing import TYPE_CHECKING

import dagster as dg

if TYPE_CHECKING:
    from pandas import DataFrame

@dg.asset
def orders() -> "DataFrame": ...  # expect: unresolvable-annotation

@dg.asset
def refunds(orders: "list[DataFrame]"): ...  # expect: unresolvable-annotation

@dg.op
def step(rows: "Nowhere"): ...  # expect: unresolvable-annotation

defs = dg.Definitions(assets=[orders, refunds])
