import sys
if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib
import dagster as dg
from pathlib import Path
data = tomllib.loads(Path(__file__).with_name("t.toml").read_text())
defs = dg.Definitions(assets=[dg.AssetSpec(t["name"], tags={k: str(v) for k, v in t.get("tags", {}).items()}) for t in data["tables"]])
