import dagster as dg

nightly = dg.define_asset_job(selection="*")  # expect: missing-required-argument
spec = dg.AssetSpec(group_name="raw")  # expect: missing-required-argument
daily = dg.DailyPartitionsDefinition()  # expect: missing-required-argument

@dg.asset_check(name="rows")  # expect: missing-required-argument
def rows(): ...

defs = dg.Definitions()
