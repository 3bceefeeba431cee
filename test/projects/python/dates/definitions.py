from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from dagster import AssetSpec, DailyPartitionsDefinition, Definitions, FreshnessPolicy, MonthlyPartitionsDefinition, asset

OPENING = datetime(2023, 11, 24, 9, 30)
CLOSING = date.fromisoformat("2024-12-31")
berlin = ZoneInfo("Europe/Berlin")
first_monday = OPENING - timedelta(days=OPENING.weekday())
months = [date(2024, m, 1) for m in range(1, 13, 4)]
grace = timedelta(minutes=30) * 3 + timedelta(seconds=60)


@asset(partitions_def=DailyPartitionsDefinition(start_date=OPENING.replace(hour=0, minute=0), end_date=datetime.strptime("31.12.2024", "%d.%m.%Y")))
def tills(): ...


@asset(partitions_def=MonthlyPartitionsDefinition(start_date=first_monday.strftime("%Y-%m-01"), timezone=str(berlin)))
def payroll(): ...


@asset(
    freshness_policy=FreshnessPolicy.time_window(fail_window=grace, warn_window=grace / 2),
    tags={"opened": OPENING.date().isoformat(), "days": str((CLOSING - OPENING.date()).days)},
    description=f"Since {OPENING:%d %B %Y}",
)
def footfall(): ...


specs = [AssetSpec(f"closing_{m:%Y_%m}", metadata={"utc": datetime(m.year, m.month, 1, tzinfo=timezone.utc).isoformat()}) for m in months]
defs = Definitions(assets=[tills, payroll, footfall, *specs])
