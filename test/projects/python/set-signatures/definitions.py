import functools
import inspect
from inspect import Parameter, Signature

import dagster as dg


class Warehouse(dg.ConfigurableResource):
    url: str


def timed(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return wrapper


def build_summary(name, upstream):
    def summarize(context, value=None, **inputs): ...

    summarize.__signature__ = inspect.Signature(
        parameters=[
            inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD),
            inspect.Parameter(upstream, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None),
            inspect.Parameter("inputs", inspect.Parameter.VAR_KEYWORD),
        ]
    )
    return dg.asset(name=name)(timed(summarize))


def with_upstreams(*names):
    """Adds inputs to what the function asks for itself."""

    def decorate(fn):
        own = inspect.signature(fn)
        added = [Parameter(name, Parameter.POSITIONAL_OR_KEYWORD) for name in names]
        fn.__signature__ = own.replace(parameters=[*own.parameters.values(), *added])
        return fn

    return decorate


def build_report(*columns):
    def report(**kwargs): ...

    parameters = [Parameter(name=column, kind=Parameter.KEYWORD_ONLY) for column in columns]
    resource = Parameter("warehouse", Parameter.KEYWORD_ONLY, annotation=Warehouse)
    report.__signature__ = Signature([resource, *parameters])
    return report


@dg.asset
def orders(): ...


@dg.asset
def customers(): ...


@dg.asset
@with_upstreams("orders")
def order_lines(customers): ...


order_summary = build_summary("order_summary", "orders")
customer_summary = build_summary("customer_summary", "customers")
report = dg.asset(build_report("orders", "order_lines"))

defs = dg.Definitions(
    assets=[orders, customers, order_lines, order_summary, customer_summary, report],
    resources={"warehouse": Warehouse(url="duckdb://")},
)
