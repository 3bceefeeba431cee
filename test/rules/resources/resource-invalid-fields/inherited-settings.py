import dagster as dg

class Closed(dg.ConfigurableResource):
    model_config = {"extra": "forbid"}

class Shop(Closed):
    model_config = {"title": "Shop"}

    url: str

misspelt = Shop(url="x", ulr="y")  # expect: resource-invalid-fields

defs = dg.Definitions(resources={"shop": misspelt})
