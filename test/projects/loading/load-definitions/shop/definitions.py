from dagster import (
    Definitions,
    load_definitions_from_module,
    load_definitions_from_package_module,
    load_definitions_from_package_name,
)

from shop import orders, warehouse

defs = Definitions.merge(
    load_definitions_from_module(orders, resources={"mail": "smtp"}),
    load_definitions_from_package_name("shop.pricing"),
    load_definitions_from_package_module(warehouse),
)
