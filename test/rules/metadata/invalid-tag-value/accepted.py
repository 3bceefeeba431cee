import os
import dagster as dg

@dg.asset(tags={"source": "shop-api.v2_x", "empty": "", "long": "x" * 63, "region": os.getenv("REGION", "eu")})
def orders(): ...

@dg.op(tags={"anything": "a b / c"})
def step(): ...

defs = dg.Definitions(assets=[orders])
