import dagster as dg
from warehouse import table_of


@dg.asset(metadata={"table": table_of("orders")})
def orders():
    """The orders."""


SCHEMA = "sales"
