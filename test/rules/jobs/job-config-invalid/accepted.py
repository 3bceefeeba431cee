from typing import Optional

from pydantic import Field

import dagster as dg

class Inner(dg.Config):
    size: int = 1

class Limits(dg.Config):
    low: int
    inner: Inner = Inner()
    name: Optional[str] = None
    tables: list[str] = Field(default_factory=list)

@dg.op
def store(config: Limits): ...

@dg.op(config_schema={"x": dg.Field(int, is_required=False), "token": dg.StringSource})
def load(context): ...

@dg.op(config_schema={"limit": int})
def clean(context): ...

@dg.op
def plain(): ...

@dg.graph
def nested():
    plain()

@dg.job(
    config={
        "ops": {
            "store": {"config": {"low": 1, "inner": {"size": 2}}},
            "load": {"config": {"token": {"env": "TOKEN"}}},
            "second": {"config": {"limit": 3}},
        },
        "loggers": {"console": {"config": {"log_level": "INFO"}}},
    }
)
def nightly():
    store()
    load()
    clean.alias("second")()
    clean.configured({"limit": 3}, name="third")()
    nested()

@dg.job(config=dg.RunConfig(ops={"store": Limits(low=1)}))
def hourly():
    store()

@dg.job
def without():
    store()

defs = dg.Definitions(jobs=[nightly, hourly, without])
