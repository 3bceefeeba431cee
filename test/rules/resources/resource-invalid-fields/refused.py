import dagster as dg

class Base(dg.ConfigurableResource):
    url: str

class Shop(Base):
    limit: int = 5

missing = Shop(limit=3)  # expect: resource-invalid-fields
none = Shop(url=None)  # expect: resource-invalid-fields
text = Shop(url="x", limit="many")  # expect: resource-invalid-fields
number = Shop(url=5)  # expect: resource-invalid-fields
env = Shop(url="x", limit=dg.EnvVar("LIMIT"))  # expect: resource-invalid-fields

defs = dg.Definitions(resources={"shop": missing})
