"""Stands in for a package that is installed where the project runs and is not in its repository."""

import dagster as dg


def warehouse_table(name, **options):
    @dg.asset(name=f"warehouse_{name}", group_name="warehouse", **options)
    def _table(): ...

    return _table


def audited(fn):
    return fn


class CompanyResource(dg.ConfigurableResource):
    url: str = "https://company.example.com"
