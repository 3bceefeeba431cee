from dagster import AssetSpec, Definitions, ExperimentalWarning, external_assets_from_specs

defs = Definitions(assets=external_assets_from_specs([AssetSpec("orders")]))
