import dagster as dg


@dg.asset
def without_an_init(): ...
