import dagster as dg
from orders import orders, REGION

defs = dg.Definitions(assets=[orders], metadata={"region": REGION})
