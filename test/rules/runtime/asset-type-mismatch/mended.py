from typing import Any, Dict, List, Optional, Sequence, Union

import dagster as dg
import pandas as pd
import polars as pl

daily = dg.DailyPartitionsDefinition("2024-01-01")


class Order: ...


@dg.asset
def is_open() -> bool: ...


@dg.asset
def order_count() -> int: ...


@dg.asset
def orders() -> list[dict]: ...


@dg.asset
def latest_order() -> Order: ...


@dg.asset(partitions_def=daily)
def daily_orders() -> pd.DataFrame: ...


@dg.asset(io_manager_key="warehouse")
def stored_orders() -> pd.DataFrame: ...


@dg.asset(dagster_type=dg.String)
def code() -> int: ...


@dg.asset
def report(
    is_open: int,
    order_count: Union[str, int],
    orders: List[Dict[str, Any]],
    latest_order: dict,
    daily_orders: Dict[str, pd.DataFrame],
    stored_orders: pl.DataFrame,
    code: str,
) -> None: ...


@dg.asset
def summary(orders: Sequence[dict], order_count: Optional[int]) -> None: ...


class Warehouse(dg.ConfigurableIOManager):
    def handle_output(self, context, obj): ...
    def load_input(self, context): ...


defs = dg.Definitions(
    assets=[is_open, order_count, orders, latest_order, daily_orders, stored_orders, code, report, summary],
    resources={"warehouse": Warehouse()},
)
