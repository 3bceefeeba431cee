import jinja2, yaml, json
from pathlib import Path
import dagster as dg
HERE = Path(__file__).parent
env = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "tpl"), undefined=jinja2.StrictUndefined, lstrip_blocks=True, trim_blocks=True)
env.filters["snake"] = lambda s: s.replace("-", "_").lower()
env.globals["prefix"] = "stg"
text = env.get_template("a.yml.j2").render(json.loads((HERE / "vars.json").read_text()), today="x")
conf = yaml.safe_load(text)
defs = dg.Definitions(assets=[dg.AssetSpec(c["key"], deps=c["deps"], tags=c.get("tags", {})) for c in conf])
