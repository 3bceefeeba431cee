from __future__ import annotations

import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext): ...  # expect: context-annotation

defs = dg.Definitions(assets=[orders])
