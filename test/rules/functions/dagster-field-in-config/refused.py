import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str = dg.Field(str, default_value="x")  # expect: dagster-field-in-config

defs = dg.Definitions(resources={"shop": Shop()})
