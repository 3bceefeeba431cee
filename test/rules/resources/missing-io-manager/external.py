import dagster as dg

spec = dg.AssetSpec("orders", metadata={"dagster/io_manager_key": "warehouse"})  # expect: missing-io-manager
source = dg.SourceAsset("refunds", io_manager_key="lake")  # expect: missing-io-manager

defs = dg.Definitions(assets=[spec, source, dg.SourceAsset("stock", io_manager_key="io_manager")])
