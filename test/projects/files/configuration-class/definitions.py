import os
from dataclasses import dataclass, field
from functools import lru_cache
from typing import List, Optional
import yaml
import dagster as dg

@dataclass
class TableConfig:
    name: str
    schema: str = "public"
    primary_key: Optional[str] = None
    tags: dict = field(default_factory=dict)

    @classmethod
    def from_dict(cls, d):
        return cls(**{k: v for k, v in d.items() if k in cls.__dataclass_fields__})

    @property
    def asset_name(self):
        return f"{self.schema}__{self.name}"

class Config:
    def __init__(self, path):
        with open(path) as f:
            self._raw = yaml.safe_load(f)
    @property
    def tables(self) -> List[TableConfig]:
        return [TableConfig.from_dict({**t, "schema": self._raw["schema"]}) for t in self._raw["tables"]]

@lru_cache(maxsize=1)
def get_config():
    return Config(os.path.join(os.path.dirname(os.path.realpath(__file__)), "conf.yml"))

def make(t: TableConfig):
    @dg.asset(name=t.asset_name, tags=t.tags, metadata={"pk": t.primary_key} if t.primary_key else None)
    def inner(): ...
    return inner
defs = dg.Definitions(assets=[make(t) for t in get_config().tables])
