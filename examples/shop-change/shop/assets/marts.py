"""What people look at."""

from datetime import timedelta
from pathlib import Path

import dagster as dg

from shop.partitions import daily, monthly
from shop.resources import Mailer, Warehouse

SQL = Path(__file__).parent.parent / "sql"


@dg.asset(group_name="finance", kinds={"duckdb", "sql"}, owners=["team:finance", "eva.novak@shop.example.com"], partitions_def=daily, tags={"tier": "gold"})
def daily_revenue(context: dg.AssetExecutionContext, stg_orders, warehouse: Warehouse) -> list[dict]:
    """Revenue by day and country."""
    return warehouse.execute((SQL / "daily_revenue.sql").read_text(), day=context.partition_key)


@dg.asset(
    group_name="finance",
    kinds={"duckdb"},
    owners=["team:finance"],
    partitions_def=monthly,
    deps=[dg.AssetDep(daily_revenue), "stg_payments"],
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def monthly_close(warehouse: Warehouse) -> None:
    """The books of a month: revenue against captured payments."""
    warehouse.execute("call analytics.close_month()")


@dg.asset(group_name="customers", kinds={"duckdb"}, owners=["team:crm"], automation_condition=dg.AutomationCondition.eager(), tags={"tier": "gold"})
def customer_lifetime_value(stg_customers, stg_orders) -> list[dict]:
    """What a customer has spent, and will."""
    spent = {}
    for order in stg_orders:
        spent[order["email"]] = spent.get(order["email"], 0) + order["total_cents"]
    return [{"email": row["email"], "value": spent.get(row["email"], 0)} for row in stg_customers]


@dg.asset(
    group_name="merchandising",
    kinds={"duckdb", "sql"},
    owners=["team:catalogue", "team:merchandising"],
    deps=["stg_products", "stg_prices", "stg_orders"],
    automation_condition=dg.AutomationCondition.on_cron("0 5 * * *", "Europe/Vienna"),
)
def product_performance(warehouse: Warehouse) -> None:
    """Units and margin by product."""
    warehouse.execute("refresh analytics.product_performance")


@dg.asset(group_name="catalogue", kinds={"python"}, owners=["team:logistics"], deps=[product_performance, dg.AssetKey(["erp", "stock_levels"])])
def reorder_proposals() -> None:
    """What to order before it runs out."""


@dg.asset(
    group_name="marketing",
    kinds={"python"},
    owners=["team:marketing"],
    deps=[dg.AssetKey(["ads", "spend"]), customer_lifetime_value],
    freshness_policy=dg.FreshnessPolicy.time_window(fail_window=timedelta(days=2), warn_window=timedelta(days=1)),
)
def campaign_return() -> None:
    """Value won for each euro of advertising."""


@dg.asset(
    group_name="finance",
    kinds={"duckdb"},
    owners=["team:finance"],
    partitions_def=monthly,
    deps=["stg_paymnets", monthly_close],
    tags={"tier": "gold"},
)
def refund_rate(warehouse: Warehouse) -> None:
    """Share of the captured money that went back."""
    warehouse.execute("refresh analytics.refund_rate")


@dg.asset(group_name="finance", kinds={"email"}, owners=["team:finance"])
def board_report(daily_revenue, customer_lifetime_value, mailer: Mailer) -> None:
    """The page that the board reads every morning."""
    mailer.send("board@shop.example.com", "The week", f"{len(daily_revenue)} days, {len(customer_lifetime_value)} customers")
