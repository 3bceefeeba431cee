import dagster as dg


@dg.op(required_resource_keys={"warehouse"})
def extract(context):
    return 1


@dg.op(config_schema={"table": str})
def write(context, rows):
    ...


@dg.graph
def copy_table():
    write(extract())


@dg.daily_partitioned_config(start_date="2024-05-01")
def day_of_copy(start, _end):
    return {"ops": {"write": {"config": {"table": f"orders_{start:%Y%m%d}"}}}}


REGIONS = {"eu": "postgresql://eu", "us": "postgresql://us"}
copies = [
    copy_table.to_job(
        name=f"copy_table_{region}",
        resource_defs={"warehouse": dg.ResourceDefinition.hardcoded_resource(url)},
        config={"ops": {"write": {"config": {"table": f"orders_{region}"}}}},
        tags={"region": region},
    )
    for region, url in REGIONS.items()
]
daily_copy = copy_table.to_job("daily_copy", config=day_of_copy)
by_region = copy_table.to_job(
    name="copy_by_region",
    partitions_def=dg.StaticPartitionsDefinition(list(REGIONS)),
    config={"ops": {"write": {"config": {"table": "t"}}}},
)
built = dg.GraphDefinition(
    name="built_by_hand",
    node_defs=[extract, write],
    dependencies={"write": {"rows": dg.DependencyDefinition("extract")}},
).to_job(config={"ops": {"write": {"config": {"table": "by_hand"}}}})


def maintenance_job(name, *ops):
    @dg.job(name=f"{name}_maintenance")
    def _job():
        for op in ops:
            op()

    return _job


def plain_op(name):
    @dg.op(name=name)
    def _op(): ...

    return _op


maintenance = maintenance_job("warehouse", plain_op("vacuum"), plain_op("analyze"))

defs = dg.Definitions(
    jobs=[*copies, daily_copy, by_region, built, maintenance],
    resources={"warehouse": dg.ResourceDefinition.hardcoded_resource("postgresql://default")},
)
