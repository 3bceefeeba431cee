import dagster as dg
from settings import REGION

@dg.asset
def orders(): ...
