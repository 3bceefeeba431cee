# entry: module-scope
import dagster as dg

ORDERS = dg.AssetKey("orders")
