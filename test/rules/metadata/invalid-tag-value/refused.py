import dagster as dg

@dg.asset(tags={"source": "shop/api"})  # expect: invalid-tag-value
def orders(): ...

spec = dg.AssetSpec("spec", tags={"owner": "ann@example.org", "ok": "ok"})  # expect: invalid-tag-value

@dg.asset(tags={"text": "x" * 64})  # expect: invalid-tag-value
def stock(): ...

defs = dg.Definitions(assets=[orders, spec, stock])
