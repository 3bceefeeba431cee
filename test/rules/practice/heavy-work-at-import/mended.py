import dagster as dg
import requests

@dg.asset
def orders() -> None:
    """The orders."""
    requests.get("https://example.com/regions")

defs = dg.Definitions(assets=[orders])
