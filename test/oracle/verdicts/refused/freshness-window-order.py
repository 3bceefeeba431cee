from datetime import timedelta

import dagster as dg


@dg.asset(freshness_policy=dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=6), warn_window=timedelta(hours=12)))
def orders(): ...


defs = dg.Definitions(assets=[orders])
