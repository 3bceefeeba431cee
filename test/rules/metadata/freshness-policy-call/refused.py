import dagster as dg

policy = dg.FreshnessPolicy(maximum_lag_minutes=60)  # expect: freshness-policy-call

defs = dg.Definitions()
