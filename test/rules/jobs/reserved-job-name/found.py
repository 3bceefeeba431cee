import dagster as dg

@dg.op
def load(): ...

@dg.job(name="__ASSET_JOB")  # expect: reserved-job-name
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
