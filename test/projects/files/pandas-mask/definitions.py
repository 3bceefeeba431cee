import pandas as pd
from pathlib import Path
from dagster import AssetSpec, Definitions

df = pd.read_csv(Path(__file__).with_name("tables.csv"))
active = df[df["active"] == 1]
specs = [AssetSpec(row.name_col, group_name=row.grp) for row in active.itertuples()]
defs = Definitions(assets=specs)
