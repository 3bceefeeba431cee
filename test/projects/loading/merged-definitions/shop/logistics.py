from dagster import Definitions, asset, sensor, SkipReason


@asset(deps=["orders"])
def shipments(): ...


@sensor(asset_selection=[shipments])
def trucks_arrived():
    return SkipReason()


def build(prefix=None):
    extra = {f"{prefix}_gps": "tracker"} if prefix else {}
    return Definitions(assets=[shipments], sensors=[trucks_arrived], resources={"fleet": "vans", **extra})
