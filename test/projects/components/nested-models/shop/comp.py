from dataclasses import dataclass, field
from typing import Annotated, Any, Callable, Literal, Optional, Sequence, TypeAlias, Union, List, Dict
import dagster as dg
from pydantic import BaseModel

class FullRefresh(dg.Resolvable, BaseModel):
    type: Literal["full"] = "full"
class Incremental(dg.Resolvable, BaseModel):
    type: Literal["inc"] = "inc"
    column: str

def resolve_parts(context, model):
    return dg.DailyPartitionsDefinition(start_date=context.resolve_value(model, as_type=str))

def to_upper(context: dg.ResolutionContext, model) -> list:
    return [context.resolve_value(m).upper() for m in model]

Upper: TypeAlias = Annotated[List[str], dg.Resolver(to_upper, model_field_type=List[str])]

class Leaf(dg.Model, dg.Resolvable):
    name: str
    strategy: Union[FullRefresh, Incremental]

class Step(dg.Model, dg.Resolvable):
    name: str
    strategy: Union[FullRefresh, Incremental]
    children: Optional[List[Leaf]] = None

@dataclass
class Pipe(dg.Component, dg.Resolvable):
    steps: List[Step]
    start: Annotated[Optional[dg.DailyPartitionsDefinition], dg.Resolver(resolve_parts, model_field_type=str)] = None
    names: Upper = field(default_factory=list)
    opts: Dict[str, Any] = field(default_factory=dict)
    kinds: Optional[list[str]] = None
    def _walk(self, s, prefix):
        key = [*prefix, s.name]
        yield dg.AssetSpec(key, metadata={"s": s.strategy.type, "col": getattr(s.strategy, "column", None) or "-"}, partitions_def=self.start, kinds=set(self.kinds or []))
        for c in getattr(s, "children", None) or []:
            yield from self._walk(c, key)
    def build_defs(self, context):
        specs = [x for s in self.steps for x in self._walk(s, [])]
        return dg.Definitions(assets=specs + [dg.AssetSpec(n, tags={k: str(v) for k, v in self.opts.items()}) for n in self.names])
