import dagster as dg

class Database(dg.ConfigurableResource):
    url: str = ""

@dg.asset
def orders(database: Database): ...  # expect: missing-resource

@dg.asset(required_resource_keys={"warehouse"})  # expect: missing-resource
def stock(context): ...

@dg.asset
def clients(crm: dg.ResourceParam[str]): ...  # expect: missing-resource

@dg.asset_check(asset=orders)
def has_rows(audit: Database): ...  # expect: missing-resource

defs = dg.Definitions(assets=[orders, stock, clients], asset_checks=[has_rows], resources={"db": Database()})
