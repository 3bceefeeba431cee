import dagster as dg
from pydantic import BaseModel, Field
from typing import Any, Mapping, Optional
class Params(BaseModel):
    names: list[str]
    suffix: str = Field(default="v1", description="d")
class Manual(dg.Component):
    def __init__(self, names, suffix):
        self.names, self.suffix = names, suffix
    @classmethod
    def get_model_cls(cls):
        return Params
    @classmethod
    def load(cls, attributes: Optional[Params], context: dg.ComponentLoadContext):
        assert attributes
        return cls(names=[n.upper() for n in attributes.names], suffix=attributes.suffix)
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec(f"{n}_{self.suffix}") for n in self.names])
class Scoped(dg.Component, dg.Model, dg.Resolvable):
    asset_key: dg.ResolvedAssetKey
    cron: str
    cond: Any = None
    @classmethod
    def get_additional_scope(cls) -> Mapping[str, Any]:
        return {"company": "acme", "nightly": lambda h: f"0 {h} * * *", "when": dg.AutomationCondition.eager()}
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec(self.asset_key, metadata={"cron": self.cron}, automation_condition=self.cond)])
class NoAttrs(dg.Component):
    @classmethod
    def load(cls, attributes, context):
        return cls()
    def build_defs(self, context):
        return dg.Definitions(assets=[dg.AssetSpec("noattrs_" + context.path.stem)])
