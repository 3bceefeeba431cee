import json, copy
from functools import reduce
from pathlib import Path
from dagster import asset, Definitions

CONFIG_DIR = Path(__file__).parent.joinpath("config")

def deep_merge(a, b):
    out = copy.deepcopy(a)
    for k, v in b.items():
        if k in out and isinstance(out[k], dict) and isinstance(v, dict):
            out[k] = deep_merge(out[k], v)
        else:
            out[k] = v
    return out

conf = reduce(deep_merge, [json.load(open(p)) for p in sorted(CONFIG_DIR.glob("*.json"))], {})
def mk(name, c):
    @asset(name=name, group_name=c["group"], metadata=dict(**c.get("meta", {})), owners=c.get("owners"))
    def f(): ...
    return f
defs = Definitions(assets=[mk(k, v) for k, v in conf["assets"].items()])
