from dagster import (
    AssetIn,
    AssetKey,
    AssetSpec,
    AutomationCondition,
    DataVersion,
    Definitions,
    DailyPartitionsDefinition,
    ObserveResult,
    SourceAsset,
    asset,
    multi_observable_source_asset,
    observable_source_asset,
)

erp_orders = SourceAsset(key=AssetKey(["erp", "orders"]), description="Owned by the ERP team", group_name="erp", io_manager_key="io_manager")
erp_customers = SourceAsset(["erp", "customers"], metadata={"schema": "public"}, tags={"system": "erp"})
sensor_readings = SourceAsset("sensor_readings", partitions_def=DailyPartitionsDefinition("2024-01-01"))


@observable_source_asset(group_name="files", automation_condition=AutomationCondition.cron_tick_passed("*/5 * * * *") & ~AutomationCondition.in_progress())
def price_list():
    """The price list on the file share."""
    return DataVersion("1")


@observable_source_asset(key=["files", "stock"], required_resource_keys=set(), owners=["team:logistics"])
def stock_file(context):
    return DataVersion("2")


@multi_observable_source_asset(specs=[AssetSpec("clicks", group_name="web"), AssetSpec("views")], can_subset=True)
def web_logs():
    yield ObserveResult(asset_key="clicks")


partners = [AssetSpec(["partner", name], group_name="partners") for name in ("acme", "globex")]


@asset(ins={"erp_orders": AssetIn(key=AssetKey(["erp", "orders"]))}, deps=[erp_customers, sensor_readings, *partners])
def order_book(erp_orders, price_list): ...


@asset(deps=[stock_file, web_logs])
def shop_front(): ...


order_facts = [erp_orders, erp_customers, sensor_readings]
defs = Definitions(assets=[*order_facts, price_list, stock_file, web_logs, *partners, order_book, shop_front])
