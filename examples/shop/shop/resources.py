import os
from typing import Any

import dagster as dg


class Warehouse(dg.ConfigurableResource):
    """The analytics database."""

    dsn: str
    schema_name: str = "analytics"

    def execute(self, sql: str, **parameters: Any) -> list[dict]:
        raise NotImplementedError("connect to the database here")


class ShopApi(dg.ConfigurableResource):
    """The shop's own REST interface."""

    base_url: str
    token: str
    page_size: int = 500

    def pages(self, resource: str, day: str | None = None) -> list[dict]:
        raise NotImplementedError("call the interface here")


class Mailer(dg.ConfigurableResource):
    sender: str

    def send(self, to: str, subject: str, body: str) -> None: ...


def build_resources() -> dict[str, Any]:
    dsn = "duckdb:///shop.duckdb" if os.getenv("SHOP_ENV", "local") == "local" else dg.EnvVar("SHOP_WAREHOUSE_DSN")
    return {
        "warehouse": Warehouse(dsn=dsn),
        "shop_api": ShopApi(base_url="https://api.shop.example.com/v2", token=dg.EnvVar("SHOP_API_TOKEN")),
        "mailer": Mailer(sender="analytics@shop.example.com"),
    }
