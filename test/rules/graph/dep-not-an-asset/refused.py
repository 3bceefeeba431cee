import dagster as dg

def orders(): ...

@dg.asset(deps=[orders])  # expect: dep-not-an-asset
def revenue(): ...

@dg.op
def step(): ...

spec = dg.AssetSpec("spec", deps=[step])  # expect: dep-not-an-asset
dep = dg.AssetDep(5)  # expect: dep-not-an-asset

defs = dg.Definitions()
