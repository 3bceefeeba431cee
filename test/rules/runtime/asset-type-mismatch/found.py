from typing import Dict, List, Optional

import dagster as dg
import pandas as pd
import polars as pl


@dg.asset
def order_count() -> int: ...


@dg.asset
def orders() -> pd.DataFrame: ...


@dg.asset
def order_ids() -> dg.Output[List[int]]: ...


@dg.asset
def report(order_count: str) -> None: ...  # expect: asset-type-mismatch


@dg.asset
def ratio(order_count: Optional[float]) -> None: ...  # expect: asset-type-mismatch


@dg.asset
def totals(
    orders: pl.DataFrame,  # expect: asset-type-mismatch
    order_ids: Dict[str, int],  # expect: asset-type-mismatch
) -> None: ...


defs = dg.Definitions(assets=[order_count, orders, order_ids, report, ratio, totals])
