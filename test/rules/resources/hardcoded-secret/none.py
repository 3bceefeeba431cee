"""Placeholders, names of secrets, what is on one's own machine, and what the environment decides."""
import os

import dagster as dg
import sqlalchemy

URL = os.getenv("SHOP_URL", "postgresql://shop:s3cr3t-9911@db.shop.io/shop")
LOCAL = "postgresql://shop:s3cr3t-9911@localhost:5432/shop"
COMPOSE = "postgresql://postgres:postgres@db:5432/shop"
TEMPLATE = "postgresql://{user}:{password}@db.shop.io/shop"
DOCUMENTED = "postgresql://user:s3cr3t-9911@db.example.com/shop"


class Database(dg.ConfigurableResource):
    host: str = "db.shop.io"
    password: str = ""
    secret_name: str = "shop/prod-9911"
    token_url: str = "https-token-9911"
    max_tokens: int = 4


class Local(dg.ConfigurableResource):
    host: str = "localhost"
    password: str = "hunter2-4711"


@dg.io_manager(config_schema={"host": str, "password": str})
def postgres(context): ...


@dg.asset
def orders() -> None:
    sqlalchemy.create_engine(LOCAL)


defs = dg.Definitions(
    assets=[orders],
    resources={
        "a": Database(password="changeme"),
        "b": Database(password="DB_PASSWORD"),
        "c": Database(password="prod-db-password"),
        "d": Database(password="/run/secrets/shop9911"),
        "e": Database(host="127.0.0.1", password="hunter2-4711"),
        "f": Database(password="<your-4711-token>"),
        "g": Database(password=os.getenv("PASSWORD", "hunter2-4711")),
        "h": Database(password="********"),
        "local": Local(),
        "io_manager": postgres.configured({"host": "localhost", "password": "hunter2-4711"}),
    },
)
