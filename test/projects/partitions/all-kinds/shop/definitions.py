import dagster as dg

from shop import partitions


def partitioned(name: str) -> dg.AssetsDefinition:
    @dg.asset(name=f"by_{name}", partitions_def=getattr(partitions, name))
    def _asset(context): ...

    return _asset


NAMES = ["daily", "daily_until", "hourly", "weekly", "monthly", "quarter_hours", "quarters", "countries", "customers", "by_day_and_country", "by_customer"]

spec = dg.AssetSpec("external_weekly", partitions_def=partitions.weekly)

defs = dg.Definitions(assets=[*map(partitioned, NAMES), spec])
