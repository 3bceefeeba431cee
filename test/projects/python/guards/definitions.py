"""Orders and customers of the shop."""

import datetime
import os
import string

import dagster as dg

from resource_columns import describe, first_column, key_of, settings_of

LATEST_HOURS = 36.0


@dg.asset(description=__doc__)
def orders(): ...


@dg.asset(key=key_of("customers", os.environ.get("SHOP_REGION")), description=f"at most {LATEST_HOURS:g} hours, {1.5:.3} days old")
def customers(orders): ...


@dg.asset(tags={"column": first_column({"order_id": int, "total": float})}, description=describe(settings_of("payments")))
def payments(orders): ...


@dg.asset(description=f"{1234567.0:.3g} {0.00001:g} {12.0:e} {12.0:.3} {120.0:.2} {1234.5:,.6g} {100000.0:g} {-0.5:G}")
def totals(payments): ...


def collected(namespace):
    return [value for value in namespace.values() if isinstance(value, dg.AssetsDefinition)]


reports = dg.create_repository_using_definitions_args(
    name="reports",
    assets=collected(globals()),
    resources={"region": dg.ResourceDefinition.hardcoded_resource("eu")},
)
