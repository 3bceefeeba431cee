from datetime import datetime

import dagster as dg

LOADED = dg.MetadataValue.timestamp(datetime(2024, 1, 1))  # expect: invalid-metadata-value
NO_ROWS = dg.MetadataValue.table(records=[])  # expect: invalid-metadata-value
ROWS = [dg.TableRecord({"id": 1}), dg.TableRecord({"number": 2})]
UNEVEN = dg.MetadataValue.table(ROWS)  # expect: invalid-metadata-value


@dg.asset(
    metadata={
        "loaded": LOADED,
        "dagster/column_schema": {"id": "int"},  # expect: invalid-metadata-value
        "dagster/row_count": "many",  # expect: invalid-metadata-value
    }
)
def orders(): ...


refunds = dg.AssetSpec("refunds", metadata={"dagster/table_name": 1})  # expect: invalid-metadata-value

defs = dg.Definitions(assets=[orders, refunds])
