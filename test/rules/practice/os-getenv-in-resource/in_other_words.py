import os
from os import environ, getenv

import dagster as dg

PASSWORD = os.getenv("DB_PASSWORD", "")
REGION: str = environ.get("REGION", "eu")
USER = "shop"


class Database(dg.ConfigurableResource):
    password: str
    region: str = "eu"
    user: str = "shop"


defs = dg.Definitions(
    resources={
        "a": Database(password=PASSWORD, user=USER),  # expect: os-getenv-in-resource
        "b": Database(password=getenv("DB_PASSWORD") or ""),  # expect: os-getenv-in-resource
        "c": Database(password=str(environ["DB_PASSWORD"])),  # expect: os-getenv-in-resource
        "d": Database(password=dg.EnvVar("DB_PASSWORD"), region=REGION),  # expect: os-getenv-in-resource
        "e": Database(password=dg.EnvVar("DB_PASSWORD"), region="us" if os.getenv("STAGE") == "prod" else "eu"),
    },
)
