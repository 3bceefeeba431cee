import dagster as dg


@dg.asset(io_manager_key="warehouse_io")
def orders(): ...


defs = dg.Definitions(assets=[orders], resources={"warehouse_io": dg.ResourceDefinition.hardcoded_resource("no manager")})
