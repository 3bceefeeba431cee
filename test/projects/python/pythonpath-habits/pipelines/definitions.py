import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lib"))

from dagster import Definitions, load_assets_from_modules

from pipelines.steps import ingest
from tablekit import publish

defs = Definitions(assets=[*load_assets_from_modules([ingest]), *publish(["orders", "returns"])])
