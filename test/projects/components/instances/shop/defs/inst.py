import dagster as dg
from shop.comp import Named
@dg.component_instance
def one(context) -> Named:
    return Named(name="from_instance")
@dg.component_instance
def two(context):
    return Named("two")
@dg.asset
def loose(): ...
