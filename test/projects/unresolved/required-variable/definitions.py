import os
import sys

from dagster import AssetKey, Definitions, asset

schema = os.environ["SHOP_SCHEMA"]
token = os.getenv("SHOP_TOKEN")
if not token:
    raise ValueError("SHOP_TOKEN is not set")


def region(default=None):
    name = os.environ.get("SHOP_REGION", default)
    if name is None:
        sys.exit("SHOP_REGION is not set")
    elif name == "test":
        return "test"
    return name.lower()


REGION = region()


@asset(key_prefix=schema)
def orders(): ...


@asset(key=AssetKey([schema, "lines"]))
def order_lines(): ...


@asset(group_name=f"from_{schema}")
def customers(): ...


@asset(tags={"region": REGION}, description="For a token" if token.startswith("shop") else "For another token")
def stores(): ...


@asset(deps=[orders, customers])
def report(): ...


defs = Definitions(assets=[orders, order_lines, customers, stores, report])
