import dagster as dg


@dg.op
def load(): ...


@dg.job
def nightly():
    for table in ["order_items", "refunds.eu"]:
        load.alias(f"load_{table}")()  # expect: invalid-name-chars


defs = dg.Definitions(jobs=[nightly])
