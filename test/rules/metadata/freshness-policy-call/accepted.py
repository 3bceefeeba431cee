from datetime import timedelta

import dagster as dg

window = dg.FreshnessPolicy.time_window(timedelta(days=1))
cron = dg.FreshnessPolicy.cron("0 10 * * *", timedelta(hours=1))

defs = dg.Definitions()
