import os
import dagster as dg

@dg.asset(group_name=None)
def orders(): ...

@dg.asset
def refunds(): ...

defs = dg.Definitions(assets=[orders, refunds])
