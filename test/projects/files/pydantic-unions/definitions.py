from pathlib import Path
from typing import Annotated, List, Literal, Optional, Union, Dict
from enum import Enum
import yaml
from pydantic import BaseModel, Field, model_validator, ConfigDict, computed_field
import dagster as dg

class Freq(str, Enum):
    daily = "0 0 * * *"
    hourly = "0 * * * *"

class Base(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    freq: Freq = Freq.daily
    @property
    def key(self):
        return dg.AssetKey([self.type, self.name])

class Api(Base):
    type: Literal["api"]
    url: str

class Db(Base):
    type: Literal["db"] = "db"
    tables: List[str] = []
    opts: Dict[str, Optional[int]] = {}
    @model_validator(mode="after")
    def check(self):
        if not self.tables:
            self.tables = [self.name]
        return self

Source = Annotated[Union[Api, Db], Field(discriminator="type")]
class Conf(BaseModel):
    sources: List[Source]
    @classmethod
    def from_yaml(cls, path):
        return cls(**yaml.safe_load(open(path)))

conf = Conf.from_yaml(Path(__file__).parent / "c.yaml")
assets = []
for s in conf.sources:
    if isinstance(s, Api):
        assets.append(dg.AssetSpec(s.key, metadata={"url": s.url, "cron": s.freq.value}))
    else:
        assets += [dg.AssetSpec(["db", s.name, t]) for t in s.tables]
defs = dg.Definitions(assets=assets)
