from datetime import datetime, timedelta
from pathlib import Path

import dagster as dg


def specs():
    yield dg.AssetSpec("orders")


@dg.multi_asset(specs=specs())  # expect: wrong-argument-type
def several(): ...


@dg.asset(
    owners=(f"team:{name}" for name in "ab"),  # expect: wrong-argument-type
    retry_policy=dg.RetryPolicy(
        delay=timedelta(seconds=1),  # expect: wrong-argument-type
        jitter=dg.Backoff.LINEAR,  # expect: wrong-argument-type
    ),
)
def orders(): ...


TEXT = dg.TextMetadataValue(1)  # expect: wrong-argument-type
LINK = dg.MetadataValue.url(Path("orders.csv"))  # expect: wrong-argument-type
NO_TIME = dg.MetadataValue.timestamp("2024-01-01")  # expect: wrong-argument-type
ROWS = dg.MetadataValue.table([{"id": 1}])  # expect: wrong-argument-type
CELL = dg.TableRecord({"id": [1]})  # expect: wrong-argument-type
LINEAGE = dg.TableColumnLineage([])  # expect: wrong-argument-type
OUT = dg.AssetOut(code_version=1.0)  # expect: wrong-argument-type
IN_TIME = dg.MetadataValue.timestamp(datetime(2024, 1, 1).timestamp())
FINE = dg.RetryPolicy(max_retries=0, delay=0.5, backoff=dg.Backoff.LINEAR)
EMPTY = dg.AssetOut(tags={}, owners=[], kinds=set(), metadata={})


@dg.multi_asset(outs={"refunds": OUT, "returns": EMPTY}, deps=(key for key in ["orders"]))
def outs(): ...


defs = dg.Definitions()
