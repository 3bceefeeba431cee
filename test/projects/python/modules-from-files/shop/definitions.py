import importlib.util
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

import dagster as dg

STEPS = Path(__file__).parent / "steps"


def load_step(name, file):
    spec = importlib.util.spec_from_file_location(name, STEPS / file)
    module = importlib.util.module_from_spec(spec)
    module.GROUP = "overwritten when it runs"
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


first = load_step("steps.first", "1_orders.py")
second = load_step(name="second", file="2_customers.py")
legacy = SourceFileLoader("legacy", str(STEPS / "legacy-stock.py")).load_module()
notes = importlib.util.spec_from_file_location("notes", STEPS / "notes.txt")

try:
    load_step("third", "3_suppliers.py")
except FileNotFoundError:
    third = []

defs = dg.Definitions(
    assets=[*dg.load_assets_from_modules([first, second, legacy]), *third, *([] if notes is None else [dg.AssetSpec("notes")])],
    jobs=[dg.define_asset_job(f"{second.__name__}_{Path(legacy.__file__).stem.replace('-', '_')}")],
    resources={name: dg.FilesystemIOManager() for name in ("frames", "tables", "scratch", "io_manager")},
)
