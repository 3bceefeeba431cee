"""Assets made of classes that register themselves, and of what a context manager collects on the way out."""

from contextlib import contextmanager

import dagster as dg

TABLES = {}


class Registered(type):
    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, namespace)
        if bases:
            TABLES[name.lower()] = cls
        return cls

    def __init__(cls, name, bases, namespace, group="raw"):
        super().__init__(name, bases, namespace)
        cls.group = group


class Table(metaclass=Registered):
    upstream = ()


class Orders(Table):
    pass


class Customers(Table):
    pass


class Revenue(Table, group="marts"):
    upstream = ("orders", "customers")


def asset_of(name, table):
    @dg.asset(name=name, group_name=table.group, deps=list(table.upstream))
    def _asset(): ...

    return _asset


collected = []
prefix = []


@contextmanager
def folder(name):
    prefix.append(name)
    found = []
    try:
        yield found
    finally:
        collected.extend(dg.AssetSpec([*prefix, each]) for each in found)
        prefix.pop()


with folder("landing") as landing:
    landing.append("clicks")
    with folder("daily") as daily:
        daily.append("visits")
    landing.append("sessions")


class Folder:
    def __init__(self, name):
        self.name = name
        self.specs = []

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        collected.extend(dg.AssetSpec([self.name, each], group_name=self.name) for each in self.specs)


with Folder("archive") as archive:
    archive.specs += ["old_orders", "old_customers"]

defs = dg.Definitions(assets=[*(asset_of(name, table) for name, table in TABLES.items()), *collected])
