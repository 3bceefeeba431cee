import dagster as dg

@dg.resource(
    required_resource_keys={"connection"}  # expect: missing-resource
)
def shop(context): ...

@dg.success_hook(
    required_resource_keys={"slack"}  # expect: missing-resource
)
def notify(context): ...

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", [orders], hooks={notify})

defs = dg.Definitions(assets=[orders], jobs=[nightly], resources={"shop": shop})
