from __future__ import annotations

import dagster as dg


@dg.asset
def orders(context: dg.AssetExecutionContext): ...


defs = dg.Definitions(assets=[orders])
