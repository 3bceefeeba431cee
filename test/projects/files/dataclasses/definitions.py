from dataclasses import dataclass, field, fields, asdict
import dagster as dg, json
from pathlib import Path
@dataclass(frozen=True)
class Col:
    name: str
    type: str = "text"
@dataclass
class Tab:
    name: str
    cols: list[Col] = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    def __post_init__(self):
        self.cols = [Col(**c) if isinstance(c, dict) else c for c in self.cols]
raw = json.loads(Path(__file__).with_name("t.json").read_bytes())
tabs = [Tab(**{f.name: t[f.name] for f in fields(Tab) if f.name in t}) for t in raw]
defs = dg.Definitions(assets=[dg.AssetSpec(t.name, metadata={"dagster/column_schema": dg.TableSchema(columns=[dg.TableColumn(c.name, c.type) for c in t.cols]), **t.extra, "d": str(len(asdict(t)))}) for t in tabs])
