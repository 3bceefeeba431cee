from pathlib import Path
from jinja2 import Template, Environment, FileSystemLoader
import yaml
import dagster as dg

raw = (Path(__file__).parent / "assets.yaml.j2").read_text()
rendered = Template(raw).render(regions=["eu", "us"], env="prod")
conf = yaml.safe_load(rendered)
env = Environment(loader=FileSystemLoader(str(Path(__file__).parent / "templates")), trim_blocks=True)
desc = env.get_template("desc.txt").render(name="orders")
defs = dg.Definitions(assets=[dg.AssetSpec(c["name"], group_name=c["group"], description=desc) for c in conf["assets"]])
