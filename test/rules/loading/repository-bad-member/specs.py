import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

@dg.repository
def with_spec():  # expect: repository-bad-member
    return [orders, dg.AssetSpec("raw")]

@dg.repository
def of_definitions():  # expect: repository-bad-member
    return dg.Definitions(assets=[orders])

@dg.repository
def misnamed():  # expect: repository-bad-member
    return {"jobs": {"daily": nightly}}

@dg.repository
def listed():  # expect: repository-bad-member
    return {"jobs": [nightly]}

@dg.repository
def fine():
    return {"jobs": {"nightly": nightly}}

@dg.repository
def nested():
    return [[orders], nightly]
