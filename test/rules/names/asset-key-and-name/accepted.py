import dagster as dg

@dg.asset(key="orders", name=None, key_prefix=[])
def orders(): ...

@dg.asset(key="", name="refunds")
def refunds(): ...

@dg.asset(name="stock", key_prefix="raw")
def stock(): ...

defs = dg.Definitions(assets=[orders, refunds, stock])
