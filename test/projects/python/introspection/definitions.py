"""Factories that look at signatures, type hints, subclasses and the module's own names."""
import inspect
import sys
import typing
from functools import singledispatch

from dagster import AssetsDefinition, Definitions, asset, load_assets_from_modules, multi_asset, AssetSpec


def daily_total(orders, refunds, *, currency: str = "EUR"):
    return orders, refunds, currency


def asset_of(function, group):
    signature = inspect.signature(function)
    upstream = [name for name, parameter in signature.parameters.items() if parameter.kind is not parameter.KEYWORD_ONLY]
    options = {name: str(parameter.default) for name, parameter in signature.parameters.items() if parameter.kind is parameter.KEYWORD_ONLY}

    @asset(name=function.__name__, deps=upstream, group_name=group, tags=options)
    def built(): ...

    return built


class Feed:
    """Every subclass is a feed; its annotations are its tables."""

    def __init_subclass__(cls, /, owner="team:data", **options):
        super().__init_subclass__(**options)
        cls.owner = owner

    @classmethod
    def build(cls):
        names = [name for name in typing.get_type_hints(cls) if not name.startswith("_")]

        @multi_asset(specs=[AssetSpec([cls.__name__.lower(), name], owners=[cls.owner]) for name in names], name=f"{cls.__name__}_feed")
        def feed(): ...

        return feed


class Shop(Feed):
    orders: int
    customers: int


class Bank(Feed, owner="team:finance"):
    payments: int


@singledispatch
def named(value):
    return "other"


@named.register
def _(value: int):
    return f"top_{value}"


@named.register(list)
def _join(value):
    return "_and_".join(value)


def plain(name):
    @asset(name=name, kinds={type(name).__name__})
    def made(): ...

    return made


total = asset_of(daily_total, "finance")
ranked = plain(named(10))
joined = plain(named(["orders", "refunds"]))

for table in ("orders", "refunds"):
    globals()[f"raw_{table}"] = plain(table)

feeds = [feed.build() for feed in Feed.__subclasses__()]
this = sys.modules[__name__]
by_name = [getattr(this, name) for name in sorted(dir(this)) if isinstance(getattr(this, name), AssetsDefinition)]
loaded = load_assets_from_modules([this])

defs = Definitions(assets=[*by_name, *feeds] if len(loaded) == len(by_name) + len(feeds) else [])
