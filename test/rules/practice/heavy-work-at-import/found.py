import dagster as dg
import requests

REGIONS = requests.get("https://example.com/regions").json()  # expect: heavy-work-at-import

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
