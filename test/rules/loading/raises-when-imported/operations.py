import datetime
import dagster as dg

SUFFIXES = ["daily", "weekly"]

started = datetime.strptime("2024-01-01", "%Y-%m-%d")  # expect: raises-when-imported
name = "orders" + 1  # expect: raises-when-imported
first = SUFFIXES["daily"]  # expect: raises-when-imported
shouted = name_of = "orders".uper()  # expect: raises-when-imported
is_late = 3 < "4"  # expect: raises-when-imported
lookup = {["orders"]: 1}  # expect: raises-when-imported

@dg.asset
def orders(): ...

kind = orders.asset_kind  # expect: raises-when-imported

class Settings:
    limit = 10

settings = Settings(20)  # expect: raises-when-imported

defs = dg.Definitions(assets=[orders])
