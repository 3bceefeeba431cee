import dagster as dg


@dg.asset
def orders(): ...


@dg.asset
def customers(): ...


nightly_job = dg.define_asset_job("nightly_job", selection="*")
other_job = dg.define_asset_job("other_job", selection=["customers"])


@dg.schedule(job=nightly_job, cron_schedule="@daily")
def nightly(context):
    key = dg.AssetKey("elsewhere")
    context.log.info(str(key))
    return dg.RunRequest(asset_selection=[dg.AssetKey("orders"), customers.key])


@dg.sensor(jobs=[nightly_job, other_job])
def on_file(context):
    return dg.RunRequest(job_name="nightly_job", asset_selection=[dg.AssetKey("orders")])


@dg.sensor(target=[orders])
def by_name(context):
    names = ["orders"]
    return dg.RunRequest(asset_selection=[dg.AssetKey(name) for name in names])


defs = dg.Definitions(
    assets=[orders, customers],
    jobs=[nightly_job, other_job],
    schedules=[nightly],
    sensors=[on_file, by_name],
)
