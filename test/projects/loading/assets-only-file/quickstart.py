import json
import os

import dagster as dg


@dg.asset
def top_products():
    with open("top.json", "w") as f:
        json.dump([], f)


@dg.asset(deps=[top_products])
def best_seller() -> dg.MaterializeResult:
    return dg.MaterializeResult(metadata={"preview": dg.MetadataValue.md(os.getcwd())})


supplier = dg.AssetSpec("supplier")
