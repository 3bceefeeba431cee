import dagster as dg

db = dg.ResourceDefinition.hardcoded_resource("a")


@dg.asset(required_resource_keys={"db"}, resource_defs={"db": db})
def orders(): ...


@dg.asset(required_resource_keys={"db"}, resource_defs={"db": db})
def customers(): ...


@dg.asset(io_manager_def=dg.mem_io_manager)
def letters(): ...


@dg.asset(io_manager_def=dg.fs_io_manager)
def parcels(): ...


defs = dg.Definitions(assets=[orders, customers, letters, parcels])
