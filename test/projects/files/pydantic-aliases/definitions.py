from pathlib import Path
from typing import Literal
import yaml
from pydantic import BaseModel, Field, field_validator
import dagster as dg
class Table(BaseModel):
    name: str
    mode: Literal["full", "incremental"] = "full"
    deps: list[str] = Field(default_factory=list)
    group: str = Field(default="raw", alias="asset_group")
    @field_validator("name")
    @classmethod
    def lower(cls, v):
        return v.lower()
class Conf(BaseModel):
    version: int
    tables: list[Table]
conf = Conf.model_validate(yaml.safe_load(Path(__file__).parent.joinpath("c.yaml").read_text()))
conf2 = Conf(**yaml.safe_load(open(Path(__file__).parent / "c.yaml")))
defs = dg.Definitions(assets=[dg.AssetSpec(t.name, deps=t.deps, group_name=t.group, metadata={"mode": t.mode}) for t in conf.tables] + [dg.AssetSpec("two_" + t.name) for t in conf2.tables])
