import dagster as dg

@dg.asset(tags={"priority": 3})  # expect: non-string-tag-value
def orders(): ...

@dg.asset(tags={"critical": True})  # expect: non-string-tag-value
def refunds(): ...

spec = dg.AssetSpec("spec", tags={"nothing": None})  # expect: non-string-tag-value

defs = dg.Definitions(assets=[orders, refunds, spec])
