import dagster as dg

@dg.op(tags={"regions": {"eu", "us"}})  # expect: legacy-tag-not-json
def load(): ...

@dg.op(tags={"pair": (1, 2)})  # expect: legacy-tag-not-json
def pair(): ...

@dg.asset(op_tags={"when": object})  # expect: legacy-tag-not-json
def orders(): ...

defs = dg.Definitions(assets=[orders])
