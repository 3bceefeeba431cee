import os

from dagster import AssetKey, Definitions, asset

schema = os.environ["SHOP_SCHEMA"]


@asset(key_prefix=schema)
def orders(): ...


@asset(key=AssetKey([schema, "lines"]))
def order_lines(): ...


@asset(group_name=f"from_{schema}")
def customers(): ...


@asset(deps=[orders, customers])
def report(): ...


defs = Definitions(assets=[orders, order_lines, customers, report])
