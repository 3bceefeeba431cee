"""Orders, the usual way: every asset a function, every dependency a parameter."""
from dagster import AssetExecutionContext, Config, Definitions, MaterializeResult, asset


class OrdersConfig(Config):
    since: str = "2024-01-01"
    limit: int = 500


@asset
def raw_orders(config: OrdersConfig):
    """Orders as the shop's API returns them.

    One row per order line; cancelled orders
        are kept, with their own status.
    """
    return [config.since]


@asset()
def customers() -> list:
    '''Everybody who ever ordered.'''
    return []


@asset(description="Orders of known customers")
def clean_orders(context: AssetExecutionContext, raw_orders, customers):
    """This text is not shown: the argument wins."""
    context.log.info(len(raw_orders))
    return [o for o in raw_orders if o in customers]


@asset(deps=[clean_orders, "customers"])
def exported_orders(_context) -> MaterializeResult:
    return MaterializeResult(metadata={"rows": 3})


@asset(deps=[raw_orders])
def order_statistics(clean_orders, *, verbose=False):
    return clean_orders if verbose else None


defs = Definitions(assets=[raw_orders, customers, clean_orders, exported_orders, order_statistics])
