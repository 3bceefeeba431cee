from typing import *
from dagster import *

@asset(group_name=GROUP)
def orders(): ...
defs = Definitions(assets=[orders])
