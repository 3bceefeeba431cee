import dagster as dg

class Limits(dg.Config):
    low: int
    high: int = 5

@dg.op(config_schema={"limit": int})
def load(context): ...

@dg.op
def store(config: Limits): ...

@dg.job(config={"ops": {"laod": {"config": {"limit": 1}}}})  # expect: job-config-invalid
def misspelt():
    load()

@dg.job(config={"ops": {"load": {"config": {"limit": "1"}}}})  # expect: job-config-invalid
def ill_typed():
    load()

@dg.job(config={"op": {"load": {"config": {"limit": 1}}}})  # expect: job-config-invalid
def at_the_root():
    load()

@dg.job(config={"ops": {"store": {"config": {"lower": 1}}}})  # expect: job-config-invalid
def unknown_field():
    store()

@dg.job(config={})  # expect: job-config-invalid
def missing():
    store()

@dg.job(config=dg.RunConfig(ops={"store": Limits(low=1)}))  # expect: job-config-invalid
def forgotten():
    store()
    load()

@dg.graph
def loading():
    load()

from_graph = loading.to_job(config={"ops": {"load": {"config": {"limit": None}}}})  # expect: job-config-invalid

defs = dg.Definitions(jobs=[misspelt, ill_typed, at_the_root, unknown_field, missing, forgotten, from_graph])
