import dagster as dg
@dg.asset
def orders(): ...
@dg.asset
def customers(): ...
load = dg.define_asset_job("load", selection="orders")

def evaluate(context): ...
at_night = dg.SensorDefinition(evaluation_fn=evaluate, target=load)  # expect: schedule-needs-name
defs = dg.Definitions(assets=[orders,customers], sensors=[at_night])
