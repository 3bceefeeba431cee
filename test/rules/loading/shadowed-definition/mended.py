import dagster as dg

@dg.asset(key="orders")
def load_orders(): ...

@dg.asset(key="customers")
def load_customers(): ...

defs = dg.Definitions(assets=[load_orders, load_customers])
