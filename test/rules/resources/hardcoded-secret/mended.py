import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str


defs = dg.Definitions(resources={"db": Database(url="sqlite://", password=dg.EnvVar("DB_PASSWORD"))})
