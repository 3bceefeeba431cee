import dagster as dg
@dg.asset(required_resource_keys={"db"}, resource_defs={"db": dg.ResourceDefinition.hardcoded_resource(1)})
def a(): ...
@dg.asset(required_resource_keys={"db"}, resource_defs={"db": dg.ResourceDefinition.hardcoded_resource(2)})
def b(): ...

defs = dg.Definitions(assets=[a, b])
