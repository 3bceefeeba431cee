from datetime import datetime, timedelta

from dagster import DailyPartitionsDefinition, Definitions, asset

last_month = datetime.now() - timedelta(days=30)


@asset(partitions_def=DailyPartitionsDefinition(start_date=last_month.strftime("%Y-%m-%d"), timezone="Europe/Madrid"))
def recent_orders(): ...


@asset(tags={"window": "30d"})
def order_window(recent_orders): ...


defs = Definitions(assets=[recent_orders, order_window])
