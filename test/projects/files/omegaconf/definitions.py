from pathlib import Path
from omegaconf import OmegaConf
import dagster as dg
cfg = OmegaConf.load(Path(__file__).parent / "conf.yaml")
base = OmegaConf.create({"prefix": "raw"})
cfg = OmegaConf.merge(base, cfg)
def make(t):
    @dg.asset(name=t.name, key_prefix=cfg.prefix, group_name=t.get("group", "main"))
    def _a(): ...
    return _a
plain = OmegaConf.to_container(cfg, resolve=True)
defs = dg.Definitions(assets=[make(t) for t in cfg.tables] + [dg.AssetSpec(x) for x in plain["extra"]])
