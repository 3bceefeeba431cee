import dagster as dg

@dg.asset(groupname="sales")  # expect: unknown-keyword-argument
def orders(): ...

spec = dg.AssetSpec("spec", dependencies=["orders"])  # expect: unknown-keyword-argument

@dg.op(outs={"a": dg.Out()})  # expect: unknown-keyword-argument
def step(): ...

@dg.asset(**{"tag": "x"})  # expect: unknown-keyword-argument
def refunds(): ...

nightly = dg.define_asset_job("nightly", selections="*")  # expect: unknown-keyword-argument

defs = dg.Definitions(asset=[orders])  # expect: unknown-keyword-argument
