import dagster as dg

@dg.asset
def orders(): ...

@dg.repository
def sales():
    return [orders]
