import os
import pandas as pd
from dagster import asset, Definitions

df = pd.read_csv(os.path.join(os.path.dirname(os.path.abspath(__file__)), "tables.csv"))

def make(name, group):
    @asset(name=name, group_name=group)
    def _a(): ...
    return _a

defs = Definitions(assets=[make(row["name"], row["grp"]) for _, row in df.iterrows()])
