import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = "a"

class OrdersConfig(dg.Config):
    limit: int = 1

class Stateful(dg.ConfigurableResource):
    url: str = "a"

    def __init__(self, **values):
        super().__init__(**values)
        self.client = object()  # expect: refused-definition

class Private(dg.ConfigurableResource):
    url: str = "a"

    def __init__(self, **values):
        super().__init__(**values)
        self._client = object()

class Thawed(dg.ConfigurableResource):
    model_config = {"frozen": False}
    url: str = "a"

shop = Shop()
shop.url = "b"  # expect: refused-definition
setattr(shop, "url", "c")  # expect: refused-definition
object.__setattr__(shop, "url", "d")
config = OrdersConfig()
config.limit = 2  # expect: refused-definition
thawed = Thawed()
thawed.url = "b"
Shop.region = "eu"

defs = dg.Definitions(resources={"shop": shop, "stateful": Stateful(), "private": Private()})
