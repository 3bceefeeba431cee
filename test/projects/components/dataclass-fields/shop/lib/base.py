from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Literal, Optional, Sequence, Union
import dagster as dg

class Mode(Enum):
    FULL = "full"
    INC = "incremental"

@dataclass
class Column(dg.Resolvable):
    name: str
    type: str = "text"

class Source(dg.Model, dg.Resolvable):
    kind: Literal["api", "db"] = "api"
    url: Optional[str] = None

def parse_cron(context: dg.ResolutionContext, raw: str) -> str:
    return {"daily": "0 0 * * *"}.get(raw, raw)

@dataclass
class Table(dg.Resolvable):
    name: str
    columns: Sequence[Column] = field(default_factory=list)
    mode: Mode = Mode.FULL
    source: Optional[Source] = None
    cron: Annotated[Optional[str], dg.Resolver(parse_cron, model_field_type=str)] = None
    tags: dict[str, str] = field(default_factory=dict)

@dataclass
class BaseIngest(dg.Component, dg.Resolvable):
    tables: Sequence[Table]
    prefix: str = "raw"
    specs: Optional[Sequence[dg.ResolvedAssetSpec]] = None
    key: Optional[dg.ResolvedAssetKey] = None

    def key_of(self, t):
        return dg.AssetKey([self.prefix, t.name])

    def build_asset(self, t: Table):
        @dg.asset(key=self.key_of(t), tags=t.tags, group_name=str(getattr(t.mode, "value", t.mode)),
                  metadata={"cols": [c.name for c in t.columns], "kind": t.source.kind if t.source else "none"},
                  automation_condition=dg.AutomationCondition.on_cron(t.cron) if t.cron else None)
        def _a(): ...
        return _a

    def build_defs(self, context: dg.ComponentLoadContext) -> dg.Definitions:
        return dg.Definitions(assets=[*[self.build_asset(t) for t in self.tables], *(self.specs or [])])

class Ingest(BaseIngest):
    def key_of(self, t):
        return super().key_of(t).with_prefix("x")

    def build_defs(self, context):
        defs = super().build_defs(context)
        extra = [dg.AssetSpec(self.key, deps=[self.key_of(t) for t in self.tables])] if self.key else []
        job = dg.define_asset_job(f"{context.path.name}_job", selection="*")
        return dg.Definitions.merge(defs, dg.Definitions(assets=extra, jobs=[job]))
