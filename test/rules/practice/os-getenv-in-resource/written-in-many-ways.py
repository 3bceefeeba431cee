import os
from os import environ, getenv
from typing import Optional

from dagster import ConfigurableResource, Definitions


class Warehouse(ConfigurableResource):
    host: Optional[str] = None
    user: Optional[str] = None
    password: str | None = None
    port: int = 5432
    schema_name: str = "public"
    timeout: Optional[float] = None


defs = Definitions(
    resources={
        "warehouse": Warehouse(
            host=os.getenv("WAREHOUSE_HOST"),  # expect: os-getenv-in-resource
            user=environ["WAREHOUSE_USER"],  # expect: os-getenv-in-resource
            password=os.environ.get("WAREHOUSE_PASSWORD"),  # expect: os-getenv-in-resource
            port=int(getenv('WAREHOUSE_PORT')),  # expect: os-getenv-in-resource
            schema_name=os.getenv("WAREHOUSE_SCHEMA", "public"),  # expect: os-getenv-in-resource
            timeout=os.getenv("WAREHOUSE_TIMEOUT"),  # expect: os-getenv-in-resource
        )
    }
)
