import dagster as dg
from datetime import timedelta
c1 = dg.build_last_update_freshness_checks(assets=["a"], lower_bound_delta=timedelta(hours=1), deadline_cron="bad")

defs = dg.Definitions()
