from dagster import EnvVar
import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str

    def host(self):
        return f"{EnvVar('SHOP_HOST').get_value()}"

value = f"https://{EnvVar('SHOP_HOST').get_value('shop.example')}/api"

defs = dg.Definitions(resources={"shop": Shop(url=EnvVar("SHOP_URL")), "other": Shop(url=value)})
