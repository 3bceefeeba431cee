import random
import dagster as dg

@dg.asset()
def orders(): ...

@dg.op()
def step(): ...

spec = dg.AssetSpec(**random.choice([{"key": "a"}, {"key": "b"}]))

@dg.sensor()
def nothing(): ...

defs = dg.Definitions(assets=[orders], sensors=[nothing])
