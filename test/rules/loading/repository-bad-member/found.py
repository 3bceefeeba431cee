import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def load(): ...

@dg.repository
def sales():  # expect: repository-bad-member
    return [orders, load]
