import csv, dagster as dg
from pathlib import Path
with open(Path(__file__).with_name("t.csv")) as f:
    next(f)
    rows = list(csv.reader(f))
with open(Path(__file__).with_name("t.csv")) as f:
    rd = csv.DictReader(f)
    first = next(rd)
    cols = rd.fieldnames
    others = [r for r in rd]
import io
buf = csv.reader(io.StringIO("q;w\ne;r\n"), delimiter=";")
defs = dg.Definitions(assets=[dg.AssetSpec(r[0], group_name=r[1]) for r in rows] + [dg.AssetSpec("d_" + r["n"]) for r in [first, *others]] + [dg.AssetSpec("c_" + c) for c in cols] + [dg.AssetSpec("b_" + "".join(r)) for r in buf])
