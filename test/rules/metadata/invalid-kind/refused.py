import dagster as dg

@dg.asset(kinds={"google sheets"})  # expect: invalid-kind
def orders(): ...

spec = dg.AssetSpec("spec", kinds={"c++"})  # expect: invalid-kind

defs = dg.Definitions(assets=[orders, spec])
