from datetime import timedelta

import dagster as dg

@dg.asset
def orders(): ...
checks = dg.build_last_update_freshness_checks(
    assets=[orders], lower_bound_delta=timedelta(hours=1), deadline_cron="0 1 * * *", timezone="Nowhere"
)
defs = dg.Definitions(assets=[orders], asset_checks=checks)
