from dagster import EnvVar
import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str

defs = dg.Definitions(resources={"shop": Shop(url=f"https://{EnvVar('SHOP_HOST')}/api")})  # expect: envvar-in-fstring
