from importlib import resources
import json
import pkgutil

import yaml
import dagster as dg
from . import config

text = resources.files(config).joinpath("assets.yml").read_text(encoding="utf-8")
CONF = yaml.safe_load(text)
CONF2 = yaml.safe_load(resources.read_text("shop.config", "assets.yml"))
with resources.open_text("shop.config", "assets.yml") as f:
    CONF3 = yaml.safe_load(f)
with resources.as_file(resources.files("shop.config") / "assets.yml") as p:
    CONF4 = yaml.safe_load(p.read_text())
def make(n, c, prefix):
    @dg.asset(name=f"{prefix}_{n}", group_name=c["group"])
    def _a(): ...
    return _a
TABLES = json.loads(pkgutil.get_data("shop", "tables.json").decode("utf-8"))
FEEDS = json.loads(pkgutil.get_data(__package__, "tables.json"))
defs = dg.Definitions(assets=[*(dg.AssetSpec(table) for table in TABLES), *(dg.AssetSpec(f"feed_{table}") for table in FEEDS), *[make(n, c, p) for p, conf in [("one", CONF), ("two", CONF2), ("three", CONF3), ("four", CONF4)] for n, c in conf["assets"].items()]])
