import dagster as dg

class Database(dg.ConfigurableResource):
    url: str = ""

@dg.resource
def warehouse(): ...

@dg.asset
def orders(database: Database): ...

@dg.asset(required_resource_keys={"warehouse"})
def stock(context): ...

@dg.asset(required_resource_keys={"own"}, resource_defs={"own": warehouse})
def own_resource(context): ...

@dg.op(required_resource_keys={"warehouse"})
def load(context): ...

@dg.job
def nightly():
    load()

@dg.job(resource_defs={"warehouse": warehouse})
def weekly():
    load()

@dg.sensor(job=nightly)
def new_orders(anything: Database): ...

@dg.asset
def not_loaded(nothing: Database): ...

defs = dg.Definitions(
    assets=[orders, stock, own_resource],
    jobs=[nightly, weekly],
    sensors=[new_orders],
    resources={"database": Database(), "warehouse": warehouse},
)
