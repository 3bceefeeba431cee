from datetime import timedelta

import dagster as dg

cron = dg.FreshnessPolicy.cron("0 25 * * *", timedelta(hours=1))  # expect: freshness-cron
zone = dg.FreshnessPolicy.cron("0 10 * * *", timedelta(hours=1), "Europe/Viena")  # expect: freshness-cron
short = dg.FreshnessPolicy.cron("0 10 * * *", timedelta(seconds=30))  # expect: freshness-cron
long = dg.FreshnessPolicy.cron("0 10 * * *", timedelta(hours=25))  # expect: freshness-cron

defs = dg.Definitions()
