from dagster import AssetOut, AssetSpec, SourceAsset, asset, multi_asset
import dagster as dg

GROUP = "raw data"

@asset(group_name="raw-data")  # expect: invalid-group-name
def orders(): ...

@asset(group_name=GROUP)  # expect: invalid-group-name
def refunds(): ...

spec = AssetSpec("spec", group_name="/raw")  # expect: invalid-group-name
source = SourceAsset("source", group_name="raw//data")  # expect: invalid-group-name

@multi_asset(outs={"a": AssetOut(group_name="ü")})  # expect: invalid-group-name
def several(): ...

defs = dg.Definitions(assets=[orders, refunds, spec, source, several])
