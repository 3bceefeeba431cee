from dagster import AssetDep, AssetKey, AssetSpec, asset
import dagster as dg

@asset
def customers(): ...

@asset(key_prefix="raw")
def orders(): ...

@asset(deps=["costumers"])  # expect: unknown-dep-becomes-external (error)
def churn(): ...

@asset(deps=[AssetKey(["raw", "order"])])  # expect: unknown-dep-becomes-external (error)
def revenue(): ...

spec = AssetSpec("report", deps=["totally_different"])  # expect: unknown-dep-becomes-external (warning)

@asset(deps=[AssetDep("warehouse")])  # expect: unknown-dep-becomes-external (warning)
def stock(): ...

defs = dg.Definitions(assets=[customers, orders, churn, revenue, spec, stock])
