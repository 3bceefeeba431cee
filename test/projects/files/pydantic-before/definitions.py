from pathlib import Path
import yaml
from pydantic import BaseModel, field_validator, validator, root_validator, model_validator, TypeAdapter, ValidationInfo
import dagster as dg
class T(BaseModel):
    name: str
    deps: list[str] = []
    group: str | None = None
    @field_validator("deps", mode="before")
    @classmethod
    def split(cls, v):
        return v.split(",") if isinstance(v, str) else v
    @model_validator(mode="before")
    @classmethod
    def defaults(cls, data):
        if isinstance(data, str):
            return {"name": data}
        return data
    @field_validator("group")
    @classmethod
    def g(cls, v, info: ValidationInfo):
        return v or info.data["name"]
ts = TypeAdapter(list[T]).validate_python(yaml.safe_load(Path(__file__).with_name("c.yaml").read_text()))
defs = dg.Definitions(assets=[dg.AssetSpec(t.name, deps=t.deps, group_name=t.group) for t in ts])
