import dagster as dg


@dg.op
def load(): ...


@dg.job
def nightly():
    load.tag({"rows": {1}})()  # expect: legacy-tag-not-json
    load.alias("again").tag({"rows": [1]})()


defs = dg.Definitions(jobs=[nightly])
