import dagster as dg
from pathlib import Path
lines = Path(__file__).with_name("tables.md").read_text().splitlines()
rows = [[c.strip() for c in l.strip().strip("|").split("|")] for l in lines if l.startswith("|")][2:]
defs = dg.Definitions(assets=[dg.AssetSpec(r[0], description=r[1], tags={t: "" for t in r[2].split(",") if t}) for r in rows])
