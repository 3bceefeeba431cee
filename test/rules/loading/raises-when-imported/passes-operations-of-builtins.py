import collections
import datetime
import dagster as dg

counts = collections.Counter("orders") - collections.Counter("order")
wanted = {"orders": 1}.keys() | ["customers"]
names = ["orders"]
names += ("customers",)
days = datetime.timedelta(days=1) * 2
label = "%s of %d" % ("orders", 3)
merged = {"a": 1} | {"b": 2}
has_schema = hasattr(names, "schema")
text = getattr("orders", "uper", None)
is_late = 3 < 4.5 and "a" < "b" and (1, 2) < (1, 3)

@dg.asset
def orders(): ...

keys = orders.keys
deps = orders.asset_deps

class Settings:
    def __init__(self, limit): self.limit = limit

class Strict(Settings): ...

settings = Strict(20)

try:
    broken = "orders" + 1
except TypeError:
    broken = None

defs = dg.Definitions(assets=[orders])
