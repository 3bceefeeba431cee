import dagster as dg

def make(name):
    @dg.asset(name="orders")  # expect: duplicate-asset-key
    def _asset(): ...

    return _asset

defs = dg.Definitions(assets=[make(name) for name in ("eu", "us")])
