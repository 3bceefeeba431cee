from datetime import date

import dagster as dg


@dg.op
def load(): ...


@dg.asset(metadata={"days": [date(2024, 1, 1)]})
def orders(): ...


@dg.job(metadata={"days": [date(2024, 1, 1)]})  # expect: metadata-not-json
def nightly():
    load()


@dg.sensor(job=nightly, metadata={"rows": {"seen": {1}}})  # expect: metadata-not-json
def watch(context): ...


refresh = dg.define_asset_job("refresh", metadata={"rows": {1}})  # expect: metadata-not-json
unused = dg.define_asset_job("unused", metadata={"rows": {1}})
fine = dg.define_asset_job("fine", metadata={"rows": [1, (2, 3), {"a": None}]})

defs = dg.Definitions(assets=[orders], jobs=[nightly, refresh, fine], sensors=[watch])
