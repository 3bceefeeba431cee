"""Resources, I/O managers and ops of integration packages."""
from dagster import Definitions, asset, job
from dagster_aws.s3.resources import S3Resource
from dagster_duckdb import DuckDBIOManager, build_duckdb_io_manager
from dagster_k8s import k8s_job_op
from dagster_pagerduty import PagerDutyService

extract = k8s_job_op.configured({"image": "extract"}, name="extract")
load = k8s_job_op.configured({"image": "load"}, name="load")


class Warehouse(DuckDBIOManager):
    schema_name: str = "shop"


@job
def nightly():
    load.alias("load_orders")(start_after=[extract()])


@asset(io_manager_key="warehouse")
def orders(pager: PagerDutyService, store: S3Resource): ...


defs = Definitions(
    assets=[orders],
    jobs=[nightly],
    resources={
        "pager": PagerDutyService(routing_key="orders"),
        "store": S3Resource(),
        "warehouse": Warehouse(database="shop.duckdb"),
        "built": build_duckdb_io_manager([]),
    },
)
