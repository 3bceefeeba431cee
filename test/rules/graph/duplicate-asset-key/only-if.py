import os
import random

import dagster as dg

@dg.asset
def orders(): ...

loaded = [orders]
if random.random() > 0.5:
    @dg.asset(name="orders")
    def other_orders(): ...

    loaded = [other_orders]

defs = dg.Definitions(assets=loaded)
