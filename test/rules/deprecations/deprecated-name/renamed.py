import dagster as dg


@dg.asset
def orders() -> None:
    """The orders."""


raw = dg.SourceAsset(key="raw", io_manager_key="warehouse", description="Raw.")  # expect: deprecated-name
nightly = dg.define_asset_job("nightly", dg.AssetSelection.keys("orders"))  # expect: deprecated-name
defs = dg.Definitions(
    assets=[orders, raw],
    jobs=dg.BindResourcesToJobs([nightly]),  # expect: deprecated-name
    resources={"warehouse": dg.FilesystemIOManager()},
)
