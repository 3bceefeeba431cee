import dagster as dg


@dg.job
def nightly(): ...


@dg.sensor(job=nightly, asset_selection="*")
def watch(): ...


defs = dg.Definitions(jobs=[nightly], sensors=[watch])
