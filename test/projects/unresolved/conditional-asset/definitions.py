import feature_flags
from dagster import Definitions, asset


@asset
def orders(): ...


assets = [orders]

if feature_flags.is_on("beta-report"):

    @asset(deps=[orders])
    def beta_report(): ...

    assets.append(beta_report)

if feature_flags.is_on("new-group"):
    group = "new"
else:
    group = "old"


@asset(group_name=group, tags={"same": "yes"} if feature_flags.is_on("x") else {"same": "yes"})
def revenue(orders): ...


assets.append(revenue)
defs = Definitions(assets=assets)
