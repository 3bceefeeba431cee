import dagster as dg


@dg.asset(kinds={"python"}, tags={"dagster/storage_kind": "s3", "dagster/kind/dbt": "", "dagster-k8s/team": "shop", "dagsters/team": "shop"})
def orders(): ...


@dg.asset(op_tags={"dagster/concurrency_key": "db", "dagster/priority": "3"})
def customers(): ...


nightly = dg.define_asset_job("nightly", tags={"dagster/max_runtime": "600", "dagster/max_retries": "2"})

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
