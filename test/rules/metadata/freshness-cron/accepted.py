from datetime import timedelta

import dagster as dg

daily = dg.FreshnessPolicy.cron("0 10 * * *", timedelta(hours=24), "America/New_York")
workdays = dg.FreshnessPolicy.cron("0 10 * * 1-5", timedelta(hours=1))

defs = dg.Definitions()
