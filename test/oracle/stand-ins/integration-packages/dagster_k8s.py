"""Stands in for the package: an op that runs a container."""
from dagster import In, Nothing, op


@op(ins={"start_after": In(Nothing)}, config_schema={"image": str})
def k8s_job_op(context): ...
