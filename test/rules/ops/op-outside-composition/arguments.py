import dagster as dg


class Warehouse(dg.ConfigurableResource):
    url: str = "x"


@dg.op
def load(rows, limit=10): ...


@dg.op(ins={"start": dg.In(dg.Nothing)})
def clean(rows): ...


@dg.op
def store(context, rows): ...


@dg.asset
def raw():
    return 1


@dg.asset
def orders(raw):
    return raw


@dg.asset
def refunds(warehouse: Warehouse): ...


@dg.op
def nothing(): ...


@dg.job
def nightly():
    nothing()


@dg.sensor(job=nightly)
def watch(context): ...


@dg.schedule(cron_schedule="@daily", job=nightly)
def daily(): ...


@dg.resource
def database(context): ...


load()  # expect: op-outside-composition
load(row=1)  # expect: op-outside-composition
load(1, 2, 3)  # expect: op-outside-composition
load.alias("other")()  # expect: op-outside-composition
clean(1, start=2)  # expect: op-outside-composition
store([1])  # expect: op-outside-composition
orders()  # expect: op-outside-composition
watch()  # expect: op-outside-composition
database()  # expect: op-outside-composition
refunds()  # expect: refused-definition
load(1)
load(rows=1, limit=2)
clean(1)
store(None, 1)
store(dg.build_op_context(), rows=1)
load(dg.build_op_context(), 1)
orders(raw())
refunds(Warehouse())
refunds(warehouse=Warehouse())
watch(dg.build_sensor_context())
daily()
database(None)

defs = dg.Definitions()
