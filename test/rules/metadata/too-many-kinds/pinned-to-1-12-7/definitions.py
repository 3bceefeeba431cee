import dagster as dg


@dg.asset(kinds={"python", "duckdb", "parquet", "s3"})
def orders():
    """The orders."""


@dg.asset(kinds={"python", "duckdb", "parquet"})
def customers():
    """The customers."""


defs = dg.Definitions(assets=[orders, customers])
