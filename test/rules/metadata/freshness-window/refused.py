from datetime import timedelta

import dagster as dg

order = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=1), warn_window=timedelta(minutes=60))  # expect: freshness-window
short = dg.FreshnessPolicy.time_window(timedelta(seconds=59))  # expect: freshness-window
short_warning = dg.FreshnessPolicy.time_window(timedelta(hours=1), timedelta(seconds=1))  # expect: freshness-window

defs = dg.Definitions()
