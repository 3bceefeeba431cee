"""Assets that are defined in every branch of a condition that nobody can decide: they are there in any case."""
import feature_flags
from dagster import Definitions, asset, define_asset_job

if feature_flags.is_on("new-orders"):

    @asset(group_name="shop", tags={"source": "api"}, deps=["customers"])
    def orders(): ...

    options = {"group_name": "finance", "owners": ["team:finance"]}
else:

    @asset(group_name="shop", tags={"source": "files"}, deps=["customers"])
    def orders(): ...

    options = {"group_name": "finance"}


@asset(**options)
def revenue(orders): ...


@asset
def customers(): ...


def naming():
    if feature_flags.is_on("empty"):
        return "shop", "empty", []
    return "shop", *(word for word in ("live", "full"))


shop, *labels = naming()
team, state, _ = naming()


@asset(name=f"{shop}_summary", group_name=team)
def summary(revenue): ...


defs = Definitions(assets=[customers, orders, revenue, summary], jobs=[define_asset_job("finance", "group:finance")])
