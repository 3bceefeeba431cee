import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str


defs = dg.Definitions(resources={"db": Database(url="sqlite://", password="hunter2-4711")})  # expect: hardcoded-secret
