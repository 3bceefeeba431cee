from dagster import AssetOut, AssetSpec, asset, multi_asset
import dagster as dg

TEAM = ["analytics"]

@asset(owners=["bob"])  # expect: invalid-owner
def orders(): ...

@asset(owners=["team:"])  # expect: invalid-owner
def refunds(): ...

@asset(owners=TEAM)  # expect: invalid-owner
def stock(): ...

@asset(owners=["team:ok", "bob@example.technology"])  # expect: invalid-owner
def long_domain(): ...

@multi_asset(outs={"a": AssetOut(owners=["@team"])})  # expect: invalid-owner
def several(): ...

spec = AssetSpec("spec", owners=["a b@example.org "])  # expect: invalid-owner

defs = dg.Definitions(assets=[orders, refunds, stock, long_domain, several, spec])
