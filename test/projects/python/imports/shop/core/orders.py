from dagster import asset

__all__ = ["orders", "GROUP", "order_lines"]

GROUP = "core"
_secret_group = "not exported"


@asset(group_name=GROUP)
def orders(): ...


@asset(group_name=GROUP, deps=[orders])
def order_lines(): ...


@asset
def not_exported(): ...
