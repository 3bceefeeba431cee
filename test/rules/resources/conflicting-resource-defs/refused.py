import dagster as dg

one = dg.ResourceDefinition.hardcoded_resource("a")
other = dg.ResourceDefinition.hardcoded_resource("b")


@dg.asset(required_resource_keys={"db"}, resource_defs={"db": one})
def orders(): ...


@dg.asset(required_resource_keys={"db"}, resource_defs={"db": other})  # expect: conflicting-resource-defs
def customers(): ...


@dg.asset(required_resource_keys={"mail"}, resource_defs={"mail": one})  # expect: conflicting-resource-defs
def letters(): ...


defs = dg.Definitions(assets=[orders, customers, letters], resources={"mail": other})
