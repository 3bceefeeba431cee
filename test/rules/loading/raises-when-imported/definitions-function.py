import dagster as dg


@dg.asset
def orders(): ...


@dg.definitions
def defs():
    job = orders.to_job()  # expect: raises-when-imported
    return dg.Definitions(assets=[orders], jobs=[job])
