import dagster as dg
from orders import orders

defs = dg.Definitions(assets=[orders])
