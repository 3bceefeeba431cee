import dagster as dg, os
with open(os.path.join(os.path.dirname(__file__), "tables.txt")) as f:
    TABLES = [line.strip() for line in f if line.strip() and not line.startswith("#")]
with open(os.path.join(os.path.dirname(__file__), "tables.txt")) as f:
    first = f.readline().strip()
    rest = f.read().splitlines()
PARTS = dg.StaticPartitionsDefinition(TABLES)
@dg.asset(partitions_def=PARTS, description=f"{first} {len(rest)}")
def all_tables(): ...
defs = dg.Definitions(assets=[all_tables] + [dg.AssetSpec(f"src_{t}") for t in TABLES])
