from dagster.components import load_defs

import shop.defs

defs = load_defs(shop.defs)
