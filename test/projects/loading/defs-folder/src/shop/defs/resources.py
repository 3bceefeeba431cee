import dagster as dg


class Mailer(dg.ConfigurableResource):
    host: str


@dg.asset
def not_loaded_beside_a_function(): ...


@dg.definitions
def resources() -> dg.Definitions:
    return dg.Definitions(resources={"mailer": Mailer(host=dg.EnvVar("SMTP_HOST"))})


@dg.definitions
def more_resources(context: dg.ComponentLoadContext):
    return dg.Definitions(resources={"clock": "utc"})
