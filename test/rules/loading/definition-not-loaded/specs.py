import sys

import dagster as dg

by_name = {"returns": dg.AssetSpec("returns")}  # expect: definition-not-loaded
pair = (dg.AssetSpec("refunds"),)  # expect: definition-not-loaded
customers = dg.AssetSpec("customers")  # expect: definition-not-loaded
template = dg.AssetSpec("template")
regions = template.replace_attributes(key="regions")


@dg.asset(deps=["regions"])
def orders(): ...


@dg.op
def count(): ...


@dg.graph
def counting():  # expect: definition-not-loaded
    count()


@dg.graph
def recounting():
    count()


recount = recounting.to_job()

defs = dg.Definitions(
    assets=[*dg.load_assets_from_modules([sys.modules[__name__]]), regions],
    jobs=[recount],
)
