from dagster import ScheduleDefinition, asset, define_asset_job, job, op, repository, resource, sensor, with_resources, RunRequest


@resource
def warehouse(_):
    return None


@asset(required_resource_keys={"warehouse"})
def orders(context): ...


@asset
def order_report(orders): ...


@op
def clean(): ...


@job
def cleanup():
    clean()


reports = define_asset_job("reports", selection="*order_report")


@sensor(job=cleanup)
def disk_is_full():
    yield RunRequest()


@repository(name="shop_repository")
def shop():
    """Everything of the shop."""
    return [
        *with_resources([orders, order_report], {"warehouse": warehouse}),
        reports,
        cleanup,
        disk_is_full,
        ScheduleDefinition(job=reports, cron_schedule="45 6 * * *"),
    ]
