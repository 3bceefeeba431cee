from dataclasses import dataclass, field
from typing import Callable, Optional

from dagster import AssetKey, AssetsDefinition, asset


def build_export(name: str, *, upstream: str, team: Optional[str] = None) -> AssetsDefinition:
    @asset(
        name=f"export_{name}",
        deps=[AssetKey(upstream)],
        owners=[f"team:{team}"] if team else None,
        description=f"Sends {upstream} to {name}",
    )
    def _export() -> None:
        print(name)

    return _export


class Mirror:
    """One copy of a table, and the count of its rows."""

    group = "mirrors"

    def __init__(self, table: str, schema: str = "public"):
        self.table = table
        self.schema = schema

    @property
    def key(self):
        return AssetKey([self.schema, self.table])

    def build(self):
        owner = self

        @asset(key=self.key, group_name=self.group)
        def _copy():
            return owner.table

        @asset(key=self.key.with_prefix("count"), deps=[self.key], group_name=type(self).group)
        def _count():
            return 0

        return [_copy, _count]


@dataclass
class Feed:
    name: str
    every: str = "daily"
    transforms: list[Callable] = field(default_factory=list)

    def assets(self):
        made = []
        previous = None
        for number, transform in enumerate(self.transforms, start=1):
            made.append(self._step(number, transform.__name__, previous))
            previous = made[-1]
        return made

    def _step(self, number, label, previous):
        @asset(name=f"{self.name}_{number:02d}_{label}", deps=[previous] if previous else [], tags={"every": self.every})
        def _asset():
            ...

        return _asset
