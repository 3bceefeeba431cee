import yaml
from pathlib import Path
import dagster as dg
docs = list(yaml.safe_load_all(Path(__file__).parent.joinpath("assets.yaml").open()))
defs = dg.Definitions(assets=[dg.AssetSpec(d["name"], deps=d.get("deps", [])) for d in docs if d])
