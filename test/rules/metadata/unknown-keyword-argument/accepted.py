import random
import dagster as dg

options = random.choice([{"group_name": "a"}, {"description": "b"}])

@dg.asset(compute_kind="python", auto_materialize_policy=None, non_argument_deps=None)
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a")], compute_kind="dbt")
def several(): ...

@dg.asset(**options)
def unknown_options(): ...

class Shop(dg.ConfigurableResource):
    anything: str = ""

defs = dg.Definitions(assets=[orders, several, unknown_options], resources={"shop": Shop(anything="x")})
