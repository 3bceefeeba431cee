# entry: module-scope
import dagster as dg

first = dg.Definitions(assets=[dg.AssetSpec("orders")])
second = dg.Definitions(assets=[dg.AssetSpec("returns")])
