import dagster as dg

class Warehouse(dg.ConfigurableResource):
    url: str = ""

@dg.resource
def lake(): ...

@dg.asset(io_manager_key="warehouse")  # expect: io-manager-wrong-type
def orders(): ...

@dg.asset(io_manager_key="lake")  # expect: io-manager-wrong-type
def refunds(): ...

defs = dg.Definitions(assets=[orders, refunds], resources={"warehouse": Warehouse(), "lake": lake})
