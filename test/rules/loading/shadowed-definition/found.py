import dagster as dg

@dg.asset(key="orders")
def load(): ...  # expect: shadowed-definition

@dg.asset(key="customers")
def load(): ...

defs = dg.Definitions(assets=[load])
