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


defs = Definitions(assets=[customers, orders, revenue], jobs=[define_asset_job("finance", "group:finance")])
