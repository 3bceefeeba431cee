import os, yaml
from pathlib import Path
from dagster import AssetSpec, Definitions
ENV = os.getenv("DEPLOY_ENV", "dev")
conf = yaml.safe_load((Path(__file__).parent / f"config.{ENV}.yaml").read_text())
defs = Definitions(assets=[AssetSpec(k) for k in conf["assets"]])
