import os

from dagster import (
    AssetSelection,
    DefaultSensorStatus,
    Definitions,
    RunRequest,
    SensorDefinition,
    SensorEvaluationContext,
    SensorResult,
    SkipReason,
    asset,
    define_asset_job,
    job,
    op,
    sensor,
)


@asset
def orders(): ...


@asset(deps=[orders], group_name="partners")
def partner_orders(): ...


@op
def unpack(): ...


@job
def unpack_job():
    unpack()


orders_job = define_asset_job("orders_job", "orders")
inbox = "/var/shop/inbox"


@sensor(job=orders_job, minimum_interval_seconds=60, default_status=DefaultSensorStatus.RUNNING)
def new_files(context: SensorEvaluationContext):
    for name in os.listdir(inbox):
        yield RunRequest(run_key=name)


@sensor(jobs=[orders_job, unpack_job], description="Both")
def both_jobs():
    return SkipReason("nothing")


@sensor(job_name="unpack_job", name="by_name")
def _named():
    ...


@sensor(asset_selection=AssetSelection.groups("partners"))
def partners_changed(context):
    return SensorResult(run_requests=[])


@sensor(asset_selection=["orders", "partner_orders"])
def anything_changed():
    yield RunRequest()


@sensor(target=[orders])
def orders_moved(_):
    ...


@sensor(target=unpack_job)
def on_target(): ...


@sensor()
def only_watches(context):
    """Targets nothing: it adds partitions."""
    return SensorResult(dynamic_partitions_requests=[])


def evaluate(context):
    return SkipReason()


by_class = SensorDefinition("built_by_hand", evaluation_fn=evaluate, job=unpack_job)

defs = Definitions(
    assets=[orders, partner_orders],
    jobs=[unpack_job],
    sensors=[new_files, both_jobs, _named, partners_changed, anything_changed, orders_moved, on_target, only_watches, by_class],
)
