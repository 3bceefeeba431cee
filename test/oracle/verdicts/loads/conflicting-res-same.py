import dagster as dg
R = dg.ResourceDefinition.hardcoded_resource(1)
@dg.asset(required_resource_keys={"db"}, resource_defs={"db": R})
def a(): ...
@dg.asset(required_resource_keys={"db"}, resource_defs={"db": R})
def b(): ...

defs = dg.Definitions(assets=[a, b])
