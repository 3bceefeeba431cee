import os
import dagster as dg

@dg.asset(group_name="raw/shop/Orders_2")
def orders(): ...

@dg.asset(group_name="type")
def refunds(): ...

@dg.asset(group_name=os.environ["SHOP"] if "SHOP" in os.environ else None)
def stock(): ...

defs = dg.Definitions(assets=[orders, refunds, stock])
