import dagster as dg
import datetime
daily = dg.DailyPartitionsDefinition("2024-01-01")
hourly = dg.HourlyPartitionsDefinition("2024-01-01-00:00")
regions = dg.StaticPartitionsDefinition(["amount","y"])
clients = dg.DynamicPartitionsDefinition(name="definitions_of_sales")
defs = dg.Definitions()
def chain(up, report, **kw):
    @dg.asset(partitions_def=up)
    def orders(): ...
    @dg.asset(partitions_def=report, deps=[dg.AssetDep(orders, **kw)])  # expect: partition-mapping-incompatible
    def customers(): ...
    return dg.Definitions(assets=[orders, customers])

defs = chain(daily, regions)
