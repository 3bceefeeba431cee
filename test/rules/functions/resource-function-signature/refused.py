import dagster as dg

@dg.resource
def shop(context, url): ...  # expect: resource-function-signature

@dg.resource(config_schema={"url": str})
def database(context, url, name="x"): ...  # expect: resource-function-signature

@dg.resource
def anything(context, **kwargs): ...  # expect: resource-function-signature

defs = dg.Definitions()
