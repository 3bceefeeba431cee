import dagster as dg

class Shop:
    def build(self):
        @dg.asset
        def orders():
            return self

        return orders

    @staticmethod
    @dg.asset
    def refunds(): ...

defs = dg.Definitions(assets=[Shop().build()])
