import dagster as dg


@dg.asset
def orders(): ...


@dg.asset(key_prefix="sales")
def customers(): ...


nightly_job = dg.define_asset_job("nightly_job", selection=["orders"])


@dg.schedule(job=nightly_job, cron_schedule="@daily")
def nightly(context):
    yield dg.RunRequest(
        asset_selection=[
            dg.AssetKey("orders"),
            dg.AssetKey(["sales", "customers"]),  # expect: runrequest-outside-selection (info)
            dg.AssetKey("returns"),  # expect: runrequest-outside-selection (error)
        ]
    )


@dg.sensor(target=[orders])
def on_file(context):
    return dg.SensorResult(run_requests=[dg.RunRequest(asset_selection=[dg.AssetKey("order")])])  # expect: runrequest-outside-selection (error)


defs = dg.Definitions(assets=[orders, customers], jobs=[nightly_job], schedules=[nightly], sensors=[on_file])
