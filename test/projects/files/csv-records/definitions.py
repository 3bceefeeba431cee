import csv
from pathlib import Path
from dagster import asset, Definitions, AssetKey

HERE = Path(__file__).parent

def make(row):
    @asset(name=row["table"], key_prefix=[row["schema"]], group_name=row["schema"], owners=[row["owner"]] if row["owner"] else None,
           deps=[AssetKey(d.split(".")) for d in row["upstream"].split(";") if d])
    def _a(): ...
    return _a

assets = []
with open(HERE / "tables.csv", newline="", encoding="utf-8") as fh:
    reader = csv.DictReader(fh)
    for row in reader:
        if row["enabled"].lower() == "true":
            assets.append(make(row))
defs = Definitions(assets=assets)
