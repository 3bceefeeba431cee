from dagster import AssetOut, AssetSpec, asset, multi_asset
import dagster as dg

@asset(tags={"data domain": "shop"})  # expect: invalid-tag-key
def orders(): ...

@asset(tags={"a/b/c": ""})  # expect: invalid-tag-key
def refunds(): ...

@asset(tags={"k" * 64: "x"})  # expect: invalid-tag-key
def stock(): ...

@asset(tags={"": "x"})  # expect: invalid-tag-key
def empty(): ...

spec = AssetSpec("spec", tags={"größe": "x"})  # expect: invalid-tag-key

@multi_asset(outs={"a": AssetOut(tags={"a:b": "x"})})  # expect: invalid-tag-key
def several(): ...

defs = dg.Definitions(assets=[orders, refunds, stock, empty, spec, several])
