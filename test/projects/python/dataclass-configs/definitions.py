from dagster import AssetKey, AssetSpec, Definitions, ScheduleDefinition, asset, define_asset_job

from catalogue import EXPORTS, FEEDS, TABLES, Builder, Layer, Priority, Table, WeeklyBuilder


def table_asset(table: Table):
    by_slug = {t.slug: t for t in TABLES}

    @asset(
        key=table.key,
        deps=[AssetKey(by_slug[parent].key) for parent in table.parents],
        owners=table.owners,
        kinds={table.kind},
        tags={"priority": table.priority.name.lower()} if table.priority > Priority.LOW else {},
        group_name=table.layer.value,
    )
    def _table(): ...

    return _table


def statistics(builder: Builder):
    for name in builder.names():

        @asset(name=name, group_name=builder.group, description=WeeklyBuilder.describe(name))
        def _statistic(): ...

        yield _statistic


feeds = [AssetSpec(key=[feed.vendor, feed.format], kinds={feed.format}) for feed in FEEDS]
tables = [table_asset(table) for table in TABLES]
jobs = [define_asset_job(e.job_name(), selection=[AssetKey([*Layer.RAW.prefix, e.table])]) for e in EXPORTS]
schedules = [ScheduleDefinition(job=job, cron_schedule=e.cron) for e, job in zip(EXPORTS, jobs) if e.enabled and e.cron]

defs = Definitions(
    assets=[*feeds, *tables, *statistics(Builder("customers")), *statistics(WeeklyBuilder.for_orders())],
    jobs=jobs,
    schedules=schedules,
)
