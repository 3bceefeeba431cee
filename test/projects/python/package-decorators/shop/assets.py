import click
from dagster import asset
from pydantic import validate_call
from tenacity import retry, stop_after_attempt, wait_exponential


@retry(stop=stop_after_attempt(3), wait=wait_exponential(multiplier=1, min=2, max=30), reraise=True)
def fetch_page(url): ...


@retry
def fetch_token(): ...


@validate_call
def table_name(layer: str, name: str) -> str:
    return f"{layer}_{name}"


@click.command()
@click.option("--full", is_flag=True)
def reload(full): ...


@asset(name=table_name("raw", "orders"))
def orders():
    return fetch_page("orders")


@asset
@retry(stop=stop_after_attempt(5))
def payments(raw_orders):
    """Payments, with patience."""
    return fetch_token()
