import dagster as dg

from .sales import orders  # expect: import-error

defs = dg.Definitions(assets=[orders])
