import dagster as dg

@dg.asset(tags={"data.domain": "shop", "team-x/Tier_1": "", "dagster/kind/dbt": ""})
def orders(): ...

@dg.op(tags={"any thing": "warns only"})
def step(): ...

@dg.job(tags={"any thing": "warns only"})
def manual():
    step()

defs = dg.Definitions(assets=[orders, dg.AssetSpec("spec", tags={})], jobs=[manual])
