import dagster as dg

FIRST_ORDER = "2024-01-01"

daily = dg.DailyPartitionsDefinition(start_date=FIRST_ORDER, timezone="Europe/Vienna")
monthly = dg.MonthlyPartitionsDefinition(start_date=FIRST_ORDER, timezone="Europe/Vienna")
countries = dg.StaticPartitionsDefinition(["at", "ch", "de"])
