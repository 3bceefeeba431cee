import dagster as dg


@dg.job
def nightly(): ...


@dg.sensor(job=nightly, required_resource_keys={"mailer"})
def watch(context): ...


defs = dg.Definitions(jobs=[nightly], sensors=[watch])
