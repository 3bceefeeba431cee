from dagster import Definitions, FreshnessPolicy, asset


@asset(freshness_policy=FreshnessPolicy(maximum_lag_minutes=24 * 60))  # expect: freshness-policy-call
def orders(): ...


@asset(
    freshness_policy=FreshnessPolicy(maximum_lag_minutes=60, cron_schedule="0 9 * * *"),  # expect: freshness-policy-call
)
def refunds(): ...


defs = Definitions(assets=[orders, refunds])
