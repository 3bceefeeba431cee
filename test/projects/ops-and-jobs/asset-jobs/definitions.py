from dagster import (
    AssetSelection,
    DailyPartitionsDefinition,
    Definitions,
    RunConfig,
    Config,
    asset,
    define_asset_job,
    in_process_executor,
    multiprocess_executor,
)

days = DailyPartitionsDefinition(start_date="2024-02-01", timezone="America/New_York")


class LoadConfig(Config):
    full: bool = False


@asset(partitions_def=days, group_name="facts")
def orders(config: LoadConfig): ...


@asset(partitions_def=days, group_name="facts")
def order_facts(orders): ...


@asset(group_name="dimensions")
def customers(): ...


everything = define_asset_job("everything")
facts_job = define_asset_job(
    name="facts",
    selection=AssetSelection.groups("facts"),
    partitions_def=days,
    config=RunConfig(ops={"orders": LoadConfig(full=True)}),
    tags={"dagster/max_runtime": "3600"},
    description="Both fact tables",
    executor_def=in_process_executor,
)
implicit_job = define_asset_job("implicit_facts", selection=[orders, order_facts])
dimension_job = define_asset_job("dimensions", "customers", executor_def=multiprocess_executor.configured({"max_concurrent": 2}))

defs = Definitions(assets=[orders, order_facts, customers], jobs=[everything, facts_job, implicit_job, dimension_job])
