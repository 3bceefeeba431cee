import random
import dagster as dg

nightly = dg.define_asset_job("nightly", selection="orders")  # expect: job-selects-unknown-key (info)

defs = dg.Definitions(assets=random.sample([], 0), jobs=[nightly])
