from datetime import datetime, timezone

import dagster as dg

SCHEMA = dg.TableSchema([dg.TableColumn("id", "int")])


@dg.asset(
    metadata={
        "loaded": dg.MetadataValue.timestamp(datetime(2024, 1, 1, tzinfo=timezone.utc)),
        "seconds": dg.MetadataValue.timestamp(1704067200.0),
        "empty": dg.MetadataValue.table(records=[], schema=SCHEMA),
        "rows": dg.MetadataValue.table([dg.TableRecord({"id": 1, "name": "a"}), dg.TableRecord({"name": "b", "id": 2})]),
        "dagster/column_schema": SCHEMA,
        "dagster/row_count": "5",
        "dagster/partition_row_count": dg.MetadataValue.int(1),
        "dagster/table_name": None,
        "row_count": "many",
    }
)
def orders(): ...


unused = dg.AssetSpec("unused", metadata={"dagster/row_count": "many"})

defs = dg.Definitions(assets=[orders])
