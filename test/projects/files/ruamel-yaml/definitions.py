from pathlib import Path
from ruamel.yaml import YAML
import dagster as dg
yaml = YAML(typ="safe")
cfg = yaml.load(Path(__file__).parent / "conf.yaml")
with open(Path(__file__).parent / "conf.yaml") as f:
    cfg2 = YAML().load(f)
defs = dg.Definitions(assets=[dg.AssetSpec(k, group_name=v["group"]) for k, v in cfg["assets"].items()] + [dg.AssetSpec("two_" + k) for k in cfg2["assets"]])
