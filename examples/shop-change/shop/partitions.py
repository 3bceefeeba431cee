import dagster as dg

FIRST_ORDER = "2023-07-01"

daily = dg.DailyPartitionsDefinition(start_date=FIRST_ORDER, timezone="Europe/Vienna")
monthly = dg.MonthlyPartitionsDefinition(start_date=FIRST_ORDER, timezone="Europe/Vienna")
countries = dg.StaticPartitionsDefinition(["at", "ch", "de", "it"])
