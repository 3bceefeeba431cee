from pathlib import Path
import dagster as dg
import shop.defs
tree = dg.ComponentTree.for_project(Path(__file__).parent)
extra = lambda: dg.Definitions(assets=[dg.AssetSpec("extra", deps=[dg.AssetKey("from_instance")])])
defs = dg.Definitions.merge(dg.components.load_defs(shop.defs), extra())
