import dagster as dg

ingest_job = dg.define_asset_job("ingest_orders", selection="key:raw/orders+1 or key:raw/payments+1", description="Yesterday's orders and payments into the warehouse")
catalogue_job = dg.define_asset_job("refresh_catalogue", selection=dg.AssetSelection.groups("catalogue"), description="Product figures and what to reorder")
weekly_report_job = dg.define_asset_job("weekly_report", selection=["board_report", "customer_lifetime_value"], tags={"audience": "board"})


@dg.op
def find_old_partitions(context: dg.OpExecutionContext) -> list[str]:
    return []


@dg.op
def drop_partitions(partitions: list[str]) -> int:
    return len(partitions)


@dg.op
def vacuum(dropped: int) -> None: ...


@dg.job(description="Keeps the warehouse small")
def warehouse_maintenance():
    vacuum(drop_partitions(find_old_partitions()))
