import dagster as dg

@dg.op(name="load orders")  # expect: invalid-name-chars
def load_orders(): ...

@dg.op(out={"first-half": dg.Out()})  # expect: invalid-name-chars
def split_orders(): ...

@dg.job(name="every-night")  # expect: invalid-name-chars
def nightly():
    load_orders()

@dg.op
def données(): ...  # expect: invalid-name-chars

at_night = dg.ScheduleDefinition(name="at night", job=nightly, cron_schedule="0 3 * * *")  # expect: invalid-name-chars

@dg.sensor(name="new.orders", job=nightly)  # expect: invalid-name-chars
def new_orders(): ...

@dg.graph(name="load/all")  # expect: invalid-name-chars
def load_all():
    load_orders()

defs = dg.Definitions(jobs=[nightly], schedules=[at_night], sensors=[new_orders])
