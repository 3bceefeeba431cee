import dagster as dg


@dg.asset
def clean_orders() -> None: ...


@dg.asset
def pull_requests() -> None: ...


@dg.asset(name="prices")
def scrape_prices() -> None: ...


def factory(table):
    @dg.asset(name=f"scrape_{table}")  # expect: asset-verb-name
    def made() -> None: ...

    return made


defs = dg.Definitions(assets=[clean_orders, pull_requests, scrape_prices, factory("offers")])
