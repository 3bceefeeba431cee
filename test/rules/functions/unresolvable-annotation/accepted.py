from __future__ import annotations

import dagster as dg

class Order: ...

@dg.asset
def orders() -> list[Order]: ...

@dg.asset
def revenue(orders: "list[Order] | None") -> int: ...

defs = dg.Definitions(assets=[orders, revenue])
