from datetime import datetime

import dagster as dg

START = datetime(2024, 1, 15)
COUNTRIES = ["at", "ch", "de"]

daily = dg.DailyPartitionsDefinition(start_date=START)
daily_until = dg.DailyPartitionsDefinition(start_date="2023-01-01", end_date="2023-12-31", end_offset=1, fmt="%Y-%m-%d")
hourly = dg.HourlyPartitionsDefinition(datetime(2024, 2, 1, 6), timezone="Europe/Vienna")
weekly = dg.WeeklyPartitionsDefinition(start_date="2024-01-07")
monthly = dg.MonthlyPartitionsDefinition(start_date="2022-01-01", fmt="%Y-%m-%d", minute_offset=15)
quarter_hours = dg.TimeWindowPartitionsDefinition(start="2024-01-01-00:00", fmt="%Y-%m-%d-%H:%M", cron_schedule="*/15 * * * *")
quarters = dg.TimeWindowPartitionsDefinition(cron_schedule="0 0 1 */3 *", start=datetime(2020, 1, 1), end=datetime(2030, 1, 1), fmt="%Y-%m-%d", timezone="Europe/Zurich")
countries = dg.StaticPartitionsDefinition(COUNTRIES + [c.upper() for c in COUNTRIES])
customers = dg.DynamicPartitionsDefinition(name="customers")
by_day_and_country = dg.MultiPartitionsDefinition({"day": daily, "country": dg.StaticPartitionsDefinition(COUNTRIES)})
by_customer = dg.MultiPartitionsDefinition({"customer": customers, "month": monthly})
