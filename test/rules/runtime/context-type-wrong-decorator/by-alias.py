from dagster import AssetExecutionContext as Context, Definitions, job, op


@op
def count(context: Context): ...  # expect: context-type-wrong-decorator


@job
def counting():
    count()


defs = Definitions(jobs=[counting])
