from dagster import AssetSpec, Definitions, FreshnessPolicy
from dagster import Component  # expect: removed-api-import
from dagster import JsonLogFormatter
from dagster.components import load_defs  # expect: removed-api-import

defs = Definitions(assets=[AssetSpec("orders")])
