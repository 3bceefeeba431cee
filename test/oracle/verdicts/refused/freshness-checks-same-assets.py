import dagster as dg
from datetime import timedelta
c1 = dg.build_last_update_freshness_checks(assets=["a", "a"], lower_bound_delta=timedelta(hours=1))

defs = dg.Definitions()
