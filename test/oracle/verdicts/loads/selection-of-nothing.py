import dagster as dg


@dg.asset
def orders(): ...


jobs = [dg.define_asset_job(f"job_{number}", selection=text) for number, text in enumerate(["key:order", "group:none", "tag:a=b", "owner:<null>"])]
defs = dg.Definitions(assets=[orders], jobs=jobs)
