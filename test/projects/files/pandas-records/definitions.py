import pandas as pd
from pathlib import Path
from dagster import asset, Definitions, StaticPartitionsDefinition

TABLES = pd.read_csv(Path(__file__).parent / "tables.csv")
names = TABLES["name"].tolist()
parts = StaticPartitionsDefinition(sorted(TABLES["grp"].unique()))

@asset(partitions_def=parts)
def all_groups(): ...

def make(r):
    @asset(name=r.name_, partitions_def=parts)
    def _a(): ...
    return _a

recs = TABLES.to_dict(orient="records")
def make2(rec):
    @asset(name="rec_" + rec["name"], tags={"n": str(rec["n"])})
    def _b(): ...
    return _b
defs = Definitions(assets=[all_groups, *[make2(r) for r in recs]])
