import dagster as dg


class Database(dg.ConfigurableResource):
    url: str
    port: int


defs = dg.Definitions(resources={"database": Database(url=dg.EnvVar("NOBODY_SETS_THIS"), port=dg.EnvVar.int("NOR_THIS"))})
