import dagster as dg

class Database(dg.ConfigurableResource):
    url: str
    password: str

import os

defs = dg.Definitions(resources={"db": Database(url="sqlite://", password=os.getenv("DB_PASSWORD", ""))})  # expect: os-getenv-in-resource
