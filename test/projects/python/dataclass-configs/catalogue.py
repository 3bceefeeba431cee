from collections import namedtuple
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto
from typing import ClassVar, NamedTuple, Optional

from pydantic import BaseModel, Field


class Layer(str, Enum):
    RAW = "raw"
    CORE = "core"
    MART = "mart"

    @property
    def prefix(self) -> list[str]:
        return ["lake", self.value]


class Priority(IntEnum):
    LOW = auto()
    HIGH = auto()


@dataclass(frozen=True)
class Table:
    name: str
    layer: Layer = Layer.RAW
    parents: tuple = ()
    owners: list[str] = field(default_factory=lambda: ["team:lake"])
    priority: Priority = Priority.LOW
    kind: ClassVar[str] = "parquet"

    def __post_init__(self):
        object.__setattr__(self, "slug", self.name.replace(" ", "_").lower())

    @property
    def key(self):
        return [*self.layer.prefix, self.slug]


class Export(BaseModel):
    target: str
    table: str
    cron: Optional[str] = None
    columns: list[str] = Field(default_factory=list)
    enabled: bool = True

    def job_name(self) -> str:
        return f"export_{self.target}_{self.table}"


class Feed(NamedTuple):
    vendor: str
    format: str = "csv"


Check = namedtuple("Check", ["table", "column"])

orders = Table("Orders")
TABLES = [
    orders,
    Table("Customers", owners=["team:crm"]),
    Table("Order Facts", Layer.CORE, parents=("orders", "customers"), priority=Priority.HIGH),
    replace(orders, name="Returns", priority=Priority.HIGH),
]
EXPORTS = [Export(target="ftp", table="orders", cron="0 5 * * *"), Export(**{"target": "mail", "table": "returns", "enabled": False})]
FEEDS = (Feed("acme"), Feed(vendor="globex", format="xml"))


class Builder:
    group = "base"
    suffixes = ["daily"]

    def __init__(self, subject):
        self.subject = subject

    def names(self):
        return [f"{self.subject}_{suffix}" for suffix in self.suffixes]


class WeeklyBuilder(Builder):
    group = "weekly"

    def names(self):
        return super().names() + [f"{self.subject}_weekly"]

    @classmethod
    def for_orders(cls):
        return cls("orders")

    @staticmethod
    def describe(name):
        return f"Statistics: {name}"
