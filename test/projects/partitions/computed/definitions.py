import string
from datetime import date, datetime, timedelta
from enum import Enum

from dagster import (
    AssetSpec,
    DailyPartitionsDefinition,
    Definitions,
    DynamicPartitionsDefinition,
    MonthlyPartitionsDefinition,
    StaticPartitionsDefinition,
    TimeWindowPartitionsDefinition,
    asset,
    multi_asset,
)


class Country(str, Enum):
    AUSTRIA = "AT"
    SPAIN = "ES"
    PERU = "PE"


class FiscalMonths(MonthlyPartitionsDefinition):
    """The books close on the fifth."""

    def __new__(cls, start_year: int):
        return super().__new__(cls, start_date=f"{start_year}-01-05", day_offset=5)


FIRST_DAY = date(2024, 2, 28)


def days_after(first: date, skipped: int) -> str:
    return (first + timedelta(days=skipped)).strftime("%Y-%m-%d")


launch = DailyPartitionsDefinition(start_date=days_after(FIRST_DAY, 2))
letters = StaticPartitionsDefinition(list(string.ascii_lowercase))
countries = StaticPartitionsDefinition([country.value for country in Country])
shards = StaticPartitionsDefinition([f"shard-{number:03d}" for number in range(0, 250)])
years = StaticPartitionsDefinition([str(year) for year in range(2019, datetime(2024, 6, 1).year + 1)])
warehouses = {name: DynamicPartitionsDefinition(name=f"{name}_bins") for name in ("vienna", "lima")}
nights = TimeWindowPartitionsDefinition(start=datetime(2024, 1, 1), cron_schedule="0 {hour} * * *".format(hour=22), fmt="%Y%m%d")


@asset(partitions_def=launch)
def sign_ups(): ...


@asset(partitions_def=letters)
def name_index(): ...


@asset(partitions_def=countries)
def tax_rates(): ...


@asset(partitions_def=shards)
def search_shards(): ...


@asset(partitions_def=years)
def annual_reports(): ...


@asset(partitions_def=nights)
def night_shifts(): ...


@asset(partitions_def=DailyPartitionsDefinition("2024-01-01", timezone="America/Lima", hour_offset=4))
def till_receipts(): ...


bins = [
    multi_asset(name=f"{name}_stock", specs=[AssetSpec(["stock", name, kind]) for kind in ("count", "value")], partitions_def=definition)(lambda context: None)
    for name, definition in warehouses.items()
]

defs = Definitions([sign_ups, name_index, tax_rates, search_shards, annual_reports, night_shifts, till_receipts, *bins])
