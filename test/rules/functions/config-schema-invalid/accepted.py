import enum

import dagster as dg

class Tier(enum.Enum):
    GOLD = "gold"

class Options(dg.Config):
    limit: int = 1

@dg.op(
    config_schema={
        "limit": int,
        "name": dg.Field(dg.Noneable(str), default_value=None),
        "tables": dg.Field([str], default_value=["orders"]),
        "rate": dg.Field(float, default_value=1),
        "token": dg.Field(dg.StringSource, default_value={"env": "TOKEN"}),
        "tier": dg.Field(dg.Enum.from_python_enum(Tier), default_value="GOLD"),
        "either": dg.Field(dg.Selector({"a": int, "b": dg.Field({"c": int})}), default_value={"a": 1}),
        "shape": dg.Field(dg.Shape({"k": dg.Field(int, default_value=3)}), default_value={}),
        "more": dg.Field(dg.Permissive({"x": dg.Field(int, is_required=False)}), default_value={"y": 2}),
        "by_name": {str: int},
        "anything": dg.Any,
        "items": [None],
    }
)
def load(context): ...

@dg.op(config_schema=Options.to_config_schema())
def clean(context): ...

@dg.op(config_schema=dg.Map(str, {"a": int}))
def check(context): ...

@dg.resource
def shop(context): ...

@dg.io_manager
def store(context): ...

@dg.job
def nightly():
    load()
    clean()
    check()

defs = dg.Definitions(jobs=[nightly], resources={"shop": shop, "io_manager": store})
