from dagster import AssetIn, AssetOut, AssetSpec, asset, define_asset_job, graph_asset, job, multi_asset, op
import dagster as dg

@asset
def config(): ...  # expect: reserved-name

@asset(name="type")  # expect: reserved-name
def kinds(): ...

@asset(deps=["input"])  # expect: reserved-name # expect: unknown-dep-becomes-external
def waits(): ...

@asset
def revenue(conf): ...  # expect: reserved-name

@multi_asset(outs={"output": AssetOut()})  # expect: reserved-name
def several(): ...

@multi_asset(specs=[AssetSpec("int")])  # expect: reserved-name
def specs(): ...

@op(name="lambda")  # expect: reserved-name
def loads(): ...

@job(name="float")  # expect: reserved-name
def nightly():
    loads()

@asset(ins={"dict": AssetIn("orders")})
def named(dict): ...  # expect: reserved-name

defs = dg.Definitions(assets=[config, kinds, waits, several, specs, named, revenue, dg.SourceAsset("conf"), dg.SourceAsset("orders")], jobs=[nightly])
