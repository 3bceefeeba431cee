from datetime import timedelta

import dagster as dg

one = dg.FreshnessPolicy.time_window(timedelta(minutes=1))
two = dg.FreshnessPolicy.time_window(fail_window=timedelta(days=1, hours=2), warn_window=timedelta(hours=25, minutes=30))
none = dg.FreshnessPolicy.time_window(fail_window=timedelta(days=1), warn_window=None)

defs = dg.Definitions()
