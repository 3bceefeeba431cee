from __future__ import annotations

import dagster as dg


@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:  # expect: context-annotation
    """The orders."""


defs = dg.Definitions(assets=[orders])
