import datetime
import enum
import typing

import dagster as dg

class Tier(enum.Enum):
    GOLD = "gold"

class Options(dg.Config):
    limit: int

@dg.op(config_schema={"since": datetime.date})  # expect: config-schema-invalid
def load(context): ...

@dg.op(config_schema={"tables": typing.List[str]})  # expect: config-schema-invalid
def clean(context): ...

@dg.op(config_schema={"tables": [str, int]})  # expect: config-schema-invalid
def check(context): ...

@dg.op(config_schema={"nested": {"limit": 5}})  # expect: config-schema-invalid
def count(context): ...

@dg.op(config_schema=Options)  # expect: config-schema-invalid
def store(context): ...

@dg.op(config_schema={"tier": Tier, "more": dg.Permissive})  # expect: config-schema-invalid
def sort(context): ...

@dg.resource(config_schema={"url": "str"})  # expect: config-schema-invalid
def shop(context): ...

DAYS = dg.Field(int, default_value="seven")  # expect: config-schema-invalid
TABLES = dg.Field([str], default_value=("orders",))  # expect: config-schema-invalid
LIMITS = dg.Field({"low": int, "high": int}, default_value={"low": 1})  # expect: config-schema-invalid
TIERS = dg.Field(dg.Enum("Tier", [dg.EnumValue("gold")]), default_value="silver")  # expect: config-schema-invalid
NAME = dg.Field(str, default_value=None)  # expect: config-schema-invalid
ALWAYS = dg.Field(str, is_required=True, default_value="x")  # expect: config-schema-invalid

@dg.job
def nightly():
    load()
    clean()
    check()
    count()
    store()
    sort()

defs = dg.Definitions(jobs=[nightly])
