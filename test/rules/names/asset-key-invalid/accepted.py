import dagster as dg

@dg.asset(name="my-asset.v2", key_prefix=["raw-data", "2024.01"])
def orders(): ...

external = dg.AssetSpec("any thing at all!")
source = dg.SourceAsset("some thing")
report = dg.AssetSpec("report", deps=["any thing at all!"])

@dg.asset(deps=["my-asset"])  # expect: unknown-dep-becomes-external
def waits(): ...

defs = dg.Definitions(assets=[orders, external, source, report, waits])
