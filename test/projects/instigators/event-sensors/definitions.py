from dagster import (
    AssetKey,
    AssetSelection,
    DagsterRunStatus,
    Definitions,
    EventLogEntry,
    JobSelector,
    RunFailureSensorContext,
    RunRequest,
    asset,
    asset_sensor,
    define_asset_job,
    make_email_on_run_failure_sensor,
    multi_asset_sensor,
    run_failure_sensor,
    run_status_sensor,
)


@asset(key_prefix="shop")
def orders(): ...


@asset
def returns(): ...


@asset(deps=[orders, returns])
def balance(): ...


balance_job = define_asset_job("balance_job", selection=[balance])
orders_job = define_asset_job("orders_job", selection=[orders])


@asset_sensor(asset_key=orders.key, job=balance_job)
def orders_landed(context, asset_event: EventLogEntry):
    return RunRequest(run_key=context.cursor)


@asset_sensor(asset_key=AssetKey("ghost"), job_name="balance_job", name="ghost_watch")
def _ghost(context, event): ...


@multi_asset_sensor(monitored_assets=[AssetKey(["shop", "orders"]), AssetKey("returns")], job=balance_job)
def both_landed(context):
    ...


@multi_asset_sensor(monitored_assets=AssetSelection.assets(balance).upstream(include_self=False), request_assets=AssetSelection.assets(balance))
def parents_landed(context):
    ...


by_mail = make_email_on_run_failure_sensor(
    email_from="dagster@shop.example.com",
    email_password="from-the-vault",
    email_to=["data@shop.example.com"],
    monitored_jobs=[balance_job],
)


@run_failure_sensor
def tell_the_team(context: RunFailureSensorContext):
    print(context.failure_event.message)


@run_failure_sensor(name="orders_alert", monitored_jobs=[orders_job], minimum_interval_seconds=120)
def _orders_alert(context): ...


@run_status_sensor(run_status=DagsterRunStatus.SUCCESS, monitored_jobs=[orders_job], request_job=balance_job)
def after_orders(context):
    return RunRequest(run_key=None)


@run_status_sensor(
    run_status=DagsterRunStatus.CANCELED,
    monitored_jobs=[JobSelector(location_name="billing", repository_name="__repository__", job_name="close_month")],
    monitor_all_code_locations=False,
)
def somebody_stopped_it(): ...


defs = Definitions(
    assets=[orders, returns, balance],
    jobs=[balance_job, orders_job],
    sensors=[orders_landed, _ghost, both_landed, parents_landed, tell_the_team, _orders_alert, by_mail, after_orders, somebody_stopped_it],
)
