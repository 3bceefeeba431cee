from typing import *
from dagster import *

@asset(ins={"customers": AssetIn(dagster_type=Nothing)})
def orders(): ...
defs = Definitions(assets=[orders])
