import os

import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str

unset = Shop(url=os.getenv("SHOP_URL"))  # expect: resource-invalid-fields (info)

defs = dg.Definitions(resources={"shop": unset})
