from catalogue_client import connect
from dagster import Definitions, ScheduleDefinition, asset, define_asset_job

entry = connect("https://catalogue.internal").table("orders")


@asset(group_name=entry["group"], owners=[entry["owner"]], kinds={"python"})
def orders(): ...


@asset(group_name="known", deps=[orders])
def revenue(): ...


job = define_asset_job("orders_job", selection=["orders", "revenue"])
schedule = ScheduleDefinition(job=job, cron_schedule=entry["cron"])
defs = Definitions(assets=[orders, revenue], jobs=[job], schedules=[schedule])
