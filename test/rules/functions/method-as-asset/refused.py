import dagster as dg

class Shop:
    @dg.asset
    def orders(self): ...  # expect: method-as-asset

defs = dg.Definitions(assets=[Shop.orders])
